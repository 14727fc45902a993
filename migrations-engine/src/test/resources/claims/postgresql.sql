CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE DOMAIN percentage AS int CONSTRAINT percentage_positive CHECK (VALUE >= 0);
CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION unused() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE customers (
  id int PRIMARY KEY,
  email varchar(50) NOT NULL CONSTRAINT customers_email_key UNIQUE,
  name text,
  age int CONSTRAINT customers_age CHECK (age IS NOT NULL),
  age_next int GENERATED ALWAYS AS (age + 1) STORED,
  seen timestamp,
  code varchar(20),
  feels mood);
CREATE INDEX customers_name ON customers (name);
CREATE INDEX customers_code ON customers (lower(code));
INSERT INTO customers (id, email, name, age, seen, code, feels)
  SELECT i, 'mail' || i, 'name' || i, i, '2020-01-01', 'c' || i, 'sad' FROM generate_series(1, 400) AS i;
CREATE TABLE shops (id int PRIMARY KEY, name varchar(50), opened date);
INSERT INTO shops SELECT i, 'shop' || i, '2020-01-01' FROM generate_series(1, 20) AS i;
CREATE VIEW active_shops AS SELECT id, name FROM shops;
CREATE TABLE orders (
  id int PRIMARY KEY,
  customer_id int NOT NULL CONSTRAINT orders_customer REFERENCES customers,
  shop_id int,
  buyer_id int,
  number int NOT NULL,
  plain int,
  total numeric(10,2),
  note varchar(20));
INSERT INTO orders SELECT i, 1 + i % 300, 1 + i % 20, 1 + i % 300, i, i, i, 'n' || i FROM generate_series(1, 500) AS i;
ALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total >= 0) NOT VALID;
ALTER TABLE orders ADD CONSTRAINT orders_shop FOREIGN KEY (shop_id) REFERENCES shops NOT VALID;
CREATE INDEX orders_plain ON orders (plain);
CREATE UNIQUE INDEX orders_number_ux ON orders (number);
CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touched();
CREATE TABLE lines (id int NOT NULL, qty int, code int, share percentage, period int4range);
INSERT INTO lines SELECT i, i, i, i, int4range(i, i + 1) FROM generate_series(1, 500) AS i;
CREATE UNIQUE INDEX lines_code_ux ON lines (code);
CREATE TABLE counted (id int PRIMARY KEY, n int);
INSERT INTO counted SELECT i, i FROM generate_series(1, 300) AS i;
CREATE MATERIALIZED VIEW totals AS SELECT id, n FROM counted;
CREATE UNIQUE INDEX totals_id ON totals (id);
CREATE TABLE drafts (id int NOT NULL);
CREATE TABLE events (at date NOT NULL, shop_id int) PARTITION BY RANGE (at);
CREATE TABLE events_2020 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_2021 (at date NOT NULL, shop_id int);
INSERT INTO events_2021 SELECT '2021-05-05', 1 FROM generate_series(1, 100);
CREATE TABLE visits (at date NOT NULL, shop_id int) PARTITION BY RANGE (at);
CREATE TABLE visits_rest PARTITION OF visits DEFAULT;
INSERT INTO visits SELECT '2020-05-05', 1 FROM generate_series(1, 100);
