package dev.dataflow.migrations.snapshot;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.schema.Schema;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A schema as JSON text, to be kept in a file. What is read is equal to what was written. */
public final class Snapshot {

    /** The form's name and version. */
    public static final String FORMAT = "dataflow-schema/1";

    private Snapshot() {}

    /** The text of a schema: the same for equal schemas. */
    public static String write(Schema schema) {
        Map<String, Object> tree = new TreeMap<>(Map.of("format", FORMAT, "schema", schema));
        return Form.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    /**
     * Reads a schema.
     *
     * @param text the text
     * @throws SchemaException when it is no snapshot, or of another version
     */
    public static Schema read(String text) {
        try {
            JsonNode tree = Form.JSON.readTree(text);
            JsonNode format = tree.get("format");
            if (format == null || !format.isString()) {
                throw invalid("it has no `format`", null);
            }
            if (!format.stringValue().startsWith("dataflow-schema/")) {
                throw invalid("its format is " + format.stringValue() + ", which is that of something else", null);
            }
            if (!format.stringValue().equals(FORMAT)) {
                throw invalid("its format is " + format.stringValue() + " and this version reads " + FORMAT, null);
            }
            JsonNode schema = tree.get("schema");
            if (schema == null || !schema.isObject()) {
                throw invalid("it has no `schema`", null);
            }
            return schema(schema);
        } catch (JacksonException e) {
            throw invalid("it is not the JSON expected: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw invalid("it is not the JSON expected: a value is missing or unknown", e);
        }
    }

    private static Schema schema(JsonNode tree) {
        DatabaseEngine engine = DatabaseEngine.valueOf(tree.path("engine").asString(""));
        Schema schema = Form.JSON
                .readerFor(Schema.class)
                .withAttribute(Form.ENGINE, engine)
                .readValue(tree);
        String missing = Completeness.missing(schema);
        if (missing != null) {
            throw invalid("`" + missing + "` has no value", null);
        }
        return schema;
    }

    private static SchemaException invalid(String why, @Nullable Exception cause) {
        return new SchemaException(
                new Problem(
                        ErrorCode.SNAPSHOT_INVALID,
                        "the schema snapshot cannot be read",
                        why,
                        "write it again from the database or the models, with this version"),
                cause);
    }
}
