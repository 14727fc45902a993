CREATE TABLE "countries" (
  "code" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  PRIMARY KEY ("code"),
  CONSTRAINT "ck_countries_code" CHECK (length("code") <= 2)
) STRICT;

CREATE TABLE "customers" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "email" TEXT NOT NULL,
  "phone" TEXT,
  "country_code" TEXT NOT NULL,
  CONSTRAINT "uk_customers_email" UNIQUE ("email"),
  CONSTRAINT "uk_customers_phone" UNIQUE ("phone", "country_code"),
  CONSTRAINT "fk_customers_country_code" FOREIGN KEY ("country_code") REFERENCES "countries" ("code") ON DELETE RESTRICT,
  CONSTRAINT "ck_customers_email" CHECK (length("email") <= 255),
  CONSTRAINT "ck_customers_phone" CHECK (length("phone") <= 255),
  CONSTRAINT "ck_customers_country_code" CHECK (length("country_code") <= 2)
) STRICT;

CREATE INDEX "ix_customers_country_code" ON "customers" ("country_code");

CREATE TABLE "employees" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "department_id" INTEGER NOT NULL,
  CONSTRAINT "fk_employees_department_id" FOREIGN KEY ("department_id") REFERENCES "departments" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "ix_employees_department_id" ON "employees" ("department_id");

CREATE TABLE "departments" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "head_id" INTEGER,
  CONSTRAINT "fk_departments_head_id" FOREIGN KEY ("head_id") REFERENCES "employees" ("id") ON DELETE RESTRICT
) STRICT;

CREATE INDEX "ix_departments_head_id" ON "departments" ("head_id");

CREATE TABLE "order" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "customer_id" INTEGER NOT NULL,
  "total" TEXT NOT NULL,
  "status" TEXT NOT NULL DEFAULT 'PENDING',
  "number" TEXT NOT NULL,
  "placed_at" TEXT,
  "select" INTEGER NOT NULL DEFAULT 0,
  "group" TEXT,
  "created_at" TEXT NOT NULL,
  "updated_at" TEXT NOT NULL,
  CONSTRAINT "uk_order_number" UNIQUE ("number"),
  CONSTRAINT "fk_order_customer_id" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE RESTRICT,
  CONSTRAINT "ck_order_status" CHECK (length("status") <= 40),
  CONSTRAINT "ck_order_number" CHECK (length("number") <= 20),
  CONSTRAINT "ck_order_select" CHECK ("select" IN (0, 1))
) STRICT;

CREATE INDEX "ix_order_status_placed_at" ON "order" ("status", "placed_at");

CREATE INDEX "ix_order_customer_id" ON "order" ("customer_id");
