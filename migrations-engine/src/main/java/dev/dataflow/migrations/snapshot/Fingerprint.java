package dev.dataflow.migrations.snapshot;

import dev.dataflow.migrations.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells schemas apart by a short text: equal schemas have the same, and different ones another. It is the SHA-256 of the
 * schema's JSON in {@link Snapshot#FORMAT} without line breaks and spaces between values, in UTF-8, so it holds as long as
 * the format's version does. In which order the catalog was read, or a table's indexes were made, makes no difference; the
 * order of columns does.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /** The fingerprint: 64 hexadecimal digits. */
    public static String of(Schema schema) {
        byte[] form = Form.JSON.writeValueAsString(schema).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(form));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each Java has it
        }
    }
}
