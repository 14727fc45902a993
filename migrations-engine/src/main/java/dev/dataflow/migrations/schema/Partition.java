package dev.dataflow.migrations.schema;

/**
 * A partition of a table, on MySQL and MariaDB.
 *
 * @param name its name
 * @param bound which rows it holds, such as {@code VALUES LESS THAN (2020)}; empty where the key says it
 */
public record Partition(String name, String bound) {}
