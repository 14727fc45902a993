CREATE TABLE `countries` (
  `code` varchar(2) NOT NULL,
  `name` longtext NOT NULL,
  PRIMARY KEY (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE TABLE `customers` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `email` varchar(255) NOT NULL,
  `phone` varchar(255),
  `country_code` varchar(2) NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `uk_customers_email` UNIQUE (`email`),
  CONSTRAINT `uk_customers_phone` UNIQUE (`phone`, `country_code`),
  CONSTRAINT `fk_customers_country_code` FOREIGN KEY (`country_code`) REFERENCES `countries` (`code`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE TABLE `employees` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `department_id` bigint NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE TABLE `departments` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `head_id` bigint,
  PRIMARY KEY (`id`),
  CONSTRAINT `fk_departments_head_id` FOREIGN KEY (`head_id`) REFERENCES `employees` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

CREATE TABLE `order` (
  `id` bigint NOT NULL AUTO_INCREMENT,
  `customer_id` bigint NOT NULL,
  `total` decimal(38,10) NOT NULL,
  `status` varchar(40) NOT NULL DEFAULT 'PENDING',
  `number` varchar(20) NOT NULL,
  `placed_at` datetime(6),
  `select` boolean NOT NULL DEFAULT FALSE,
  `group` longtext,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  CONSTRAINT `uk_order_number` UNIQUE (`number`),
  INDEX `ix_order_status_placed_at` (`status`, `placed_at`),
  CONSTRAINT `fk_order_customer_id` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE RESTRICT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin;

ALTER TABLE `employees` ADD CONSTRAINT `fk_employees_department_id` FOREIGN KEY (`department_id`) REFERENCES `departments` (`id`) ON DELETE RESTRICT;
