package dev.dataflow.migrations.planfile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ChangeKind;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.snapshot.Form;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** How a plan looks as JSON: as a schema does, changes with their kind and in words. */
final class PlanForm {

    private static final String KIND = "kind";
    private static final String WORDS = "words";

    /** Changes as the records they are. */
    private static final JsonMapper RECORDS = Form.JSON
            .rebuild()
            .addMixIn(TablePartChange.class, WithoutDirection.class)
            .build();

    static final JsonMapper JSON = RECORDS.rebuild()
            .addModule(new SimpleModule("plan")
                    .addSerializer(Change.class, new ChangeWriter())
                    .addDeserializer(Change.class, new ChangeReader())
                    .addSerializer(ServerVersion.class, new VersionWriter())
                    .addDeserializer(ServerVersion.class, new VersionReader()))
            .build();

    private PlanForm() {}

    /** A value's JSON as a tree. */
    static ObjectNode tree(Object value) {
        return (ObjectNode) JSON.readTree(JSON.writeValueAsString(value));
    }

    /** A value of a tree. */
    static <T> T value(JsonNode tree, Class<T> type, DatabaseEngine engine) {
        return JSON.readerFor(type).withAttribute(Form.ENGINE, engine).readValue(tree);
    }

    /** The kind says it. */
    private interface WithoutDirection {
        @JsonIgnore
        boolean isDrop();
    }

    private static final class ChangeWriter extends StdSerializer<Change> {
        ChangeWriter() {
            super(Change.class);
        }

        @Override
        public void serialize(Change change, JsonGenerator to, SerializationContext context) {
            ObjectNode tree = (ObjectNode) RECORDS.readTree(RECORDS.writeValueAsString(change));
            to.writeStartObject();
            to.writeStringProperty(KIND, change.kind().inPlanFiles());
            to.writeStringProperty(WORDS, change.describe());
            tree.properties().forEach(property -> {
                to.writeName(property.getKey());
                to.writeTree(property.getValue());
            });
            to.writeEndObject();
        }
    }

    private static final class ChangeReader extends StdDeserializer<Change> {
        ChangeReader() {
            super(Change.class);
        }

        @Override
        public Change deserialize(JsonParser from, DeserializationContext context) {
            ObjectNode tree = (ObjectNode) context.readTree(from);
            JsonNode kind = tree.remove(KIND);
            tree.remove(WORDS);
            return (Change) RECORDS.readerFor(type(kind == null ? "" : kind.asString("")))
                    .withAttribute(Form.ENGINE, context.getAttribute(Form.ENGINE))
                    .readValue(tree);
        }

        private static Class<? extends Change> type(String kind) {
            return Stream.of(ChangeKind.values())
                    .filter(each -> each.inPlanFiles().equals(kind))
                    .findFirst()
                    .map(ChangeKind::type)
                    .orElseThrow(() -> new IllegalArgumentException("there is no kind of change `" + kind + "`"));
        }
    }

    private static final class VersionWriter extends StdSerializer<ServerVersion> {
        VersionWriter() {
            super(ServerVersion.class);
        }

        @Override
        public void serialize(ServerVersion version, JsonGenerator to, SerializationContext context) {
            to.writeString(version.toString());
        }
    }

    private static final class VersionReader extends StdDeserializer<ServerVersion> {
        VersionReader() {
            super(ServerVersion.class);
        }

        @Override
        public ServerVersion deserialize(JsonParser from, DeserializationContext context) {
            return ServerVersion.of(from.getString());
        }
    }
}
