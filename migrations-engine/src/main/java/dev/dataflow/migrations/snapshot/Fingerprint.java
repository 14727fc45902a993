package dev.dataflow.migrations.snapshot;

import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * Tells schemas apart by a short text: schemas without a difference have the same, and others another. It is the SHA-256 of
 * the schema's JSON in {@link Snapshot#FORMAT} without line breaks and spaces between values, with columns in the order of
 * their names, in UTF-8, so it holds as long as the format's version does. In which order the catalog was read, a table's
 * indexes were made, or its columns stand, makes no difference: a column that a plan adds stands last, wherever the model has
 * it.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /** The fingerprint: 64 hexadecimal digits. */
    public static String of(Schema schema) {
        byte[] form = Form.JSON.writeValueAsString(sorted(schema)).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(form));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each Java has it
        }
    }

    private static Schema sorted(Schema schema) {
        Comparator<Column> byName = Comparator.comparing(Column::name);
        return schema.withTables(schema.tables().stream()
                .map(table -> table.edit()
                        .columns(table.columns().stream().sorted(byName).toList())
                        .build())
                .toList());
    }
}
