CREATE TABLE customers (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  email VARCHAR(50) NOT NULL,
  name VARCHAR(100),
  state ENUM('new','old') NOT NULL,
  UNIQUE KEY customers_email (email),
  KEY customers_name (name));
CREATE TABLE shops (id INT NOT NULL PRIMARY KEY, name VARCHAR(50));
CREATE VIEW active_shops AS SELECT id, name FROM shops;
CREATE TABLE orders (
  id INT NOT NULL PRIMARY KEY,
  customer_id INT NOT NULL,
  shop_id INT,
  buyer_id INT,
  number INT NOT NULL,
  plain INT,
  total INT,
  note VARCHAR(20),
  KEY orders_plain (plain),
  CONSTRAINT orders_total CHECK (total >= 0),
  CONSTRAINT orders_sane CHECK (number + shop_id > 0),
  CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id));
CREATE TRIGGER orders_touch BEFORE INSERT ON orders FOR EACH ROW SET NEW.number = NEW.number;
CREATE TABLE `lines` (id INT NOT NULL, txt TEXT) DEFAULT CHARACTER SET utf8mb4;
CREATE TABLE drafts (id INT NOT NULL PRIMARY KEY);
CREATE TABLE events (id INT NOT NULL, y INT NOT NULL) PARTITION BY RANGE (y) (
  PARTITION p0 VALUES LESS THAN (2010), PARTITION p1 VALUES LESS THAN (2020));
CREATE FUNCTION unused() RETURNS INT DETERMINISTIC RETURN 1;
INSERT INTO customers (id, email, name, state) VALUES (1, 'a', 'b', 'new'), (2, 'c', 'd', 'old');
INSERT INTO shops VALUES (1, 'x'), (2, 'y');
INSERT INTO orders VALUES (1, 1, 1, 1, 1, 1, 1, 'n1'), (7, 1, 1, 1, 7, 7, 7, 'n7'), (10, 2, 2, 2, 10, 10, 10, 'n10');
INSERT INTO `lines` VALUES (1, 'one'), (2, 'two');
INSERT INTO drafts VALUES (1), (2);
INSERT INTO events VALUES (1, 2005), (2, 2015);
