package dev.dataflow.migrations.planfile;

/**
 * A file for Flyway.
 *
 * @param name its name, in a folder where Flyway looks for migrations
 * @param text its text, in UTF-8
 */
public record SqlFile(String name, String text) {}
