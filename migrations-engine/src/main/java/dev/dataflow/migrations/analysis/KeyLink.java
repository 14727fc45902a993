package dev.dataflow.migrations.analysis;

import dev.dataflow.migrations.schema.ForeignKey;

/**
 * A foreign key and the table that has it.
 *
 * @param table the table's name
 * @param key the foreign key
 */
public record KeyLink(String table, ForeignKey key) {

    /** Its name; its columns with commas between where it has none. */
    public String name() {
        return name(key);
    }

    /** From where to where it points. */
    public String text() {
        return table + " (" + String.join(", ", key.columns()) + ") → " + key.target()
                + (key.targetColumns().isEmpty() ? "" : " (" + String.join(", ", key.targetColumns()) + ")");
    }

    static String name(ForeignKey key) {
        return key.name() == null ? String.join(", ", key.columns()) : key.name();
    }
}
