package dev.dataflow.processor.emit;

import dev.dataflow.model.CollationDescriptor;
import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.model.IndexDescriptor;
import dev.dataflow.model.KeyDescriptor;
import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.model.ReferenceDescriptor;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Writes a descriptor as JSON: the records' components in order, two spaces, {@code \n}. */
public final class DescriptorJson {

    private final JsonGenerator json;

    private DescriptorJson(JsonGenerator json) {
        this.json = json;
    }

    /** A descriptor's JSON. */
    public static String of(ModelDescriptor model) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(new Pretty(), text)) {
            new DescriptorJson(json).model(model);
        }
        return text + "\n";
    }

    private void model(ModelDescriptor model) {
        json.writeStartObject();
        json.writeNumberProperty("schemaVersion", model.schemaVersion());
        json.writeStringProperty("name", model.name());
        json.writeStringProperty("simpleName", model.simpleName());
        json.writeStringProperty("packageName", model.packageName());
        string("schema", model.schema());
        json.writeStringProperty("table", model.table());
        objects("columns", model.columns(), this::column);
        key(model.key());
        objects("uniques", model.uniques(), this::index);
        objects("indexes", model.indexes(), this::index);
        objects("references", model.references(), this::reference);
        strings("nodes", model.nodes().stream().map(Enum::name).toList());
        renamedFrom(model.renamedFrom());
        json.writeEndObject();
    }

    private void column(ColumnDescriptor column) {
        json.writeStringProperty("name", column.name());
        json.writeStringProperty("column", column.column());
        json.writeStringProperty("type", column.type().name());
        json.writeStringProperty("javaType", column.javaType());
        json.writeBooleanProperty("nullable", column.nullable());
        json.writeNumberProperty("length", column.length());
        json.writeNumberProperty("precision", column.precision());
        json.writeNumberProperty("scale", column.scale());
        collation(column.collation());
        string("defaultValue", column.defaultValue());
        strings("constants", column.constants());
        string("managed", column.managed() == null ? null : column.managed().name());
        json.writeBooleanProperty("component", column.component());
        renamedFrom(column.renamedFrom());
    }

    /** Left out where it is empty, so that releases that do not know it read the rest. */
    private void renamedFrom(List<String> names) {
        if (!names.isEmpty()) {
            strings("renamedFrom", names);
        }
    }

    private void collation(@Nullable CollationDescriptor collation) {
        if (collation == null) {
            json.writeNullProperty("collation");
            return;
        }
        json.writeObjectPropertyStart("collation");
        string("postgresql", collation.postgresql());
        string("mysql", collation.mysql());
        string("mariadb", collation.mariadb());
        string("sqlite", collation.sqlite());
        json.writeEndObject();
    }

    private void key(KeyDescriptor key) {
        json.writeObjectPropertyStart("key");
        strings("columns", key.columns());
        json.writeStringProperty("generation", key.generation().name());
        json.writeEndObject();
    }

    private void index(IndexDescriptor index) {
        json.writeStringProperty("name", index.name());
        strings("columns", index.columns());
        json.writeBooleanProperty("unique", index.unique());
        json.writeBooleanProperty("includesDeleted", index.includesDeleted());
    }

    private void reference(ReferenceDescriptor reference) {
        json.writeStringProperty("constraint", reference.constraint());
        json.writeStringProperty("column", reference.column());
        json.writeStringProperty("relation", reference.relation());
        json.writeStringProperty("target", reference.target());
        string("inverse", reference.inverse());
        json.writeStringProperty("onDelete", reference.onDelete().name());
    }

    private <T> void objects(String name, List<T> values, Consumer<T> members) {
        json.writeArrayPropertyStart(name);
        for (T value : values) {
            json.writeStartObject();
            members.accept(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void strings(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void string(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    /** Jackson asks its context for the layout. */
    private static final class Pretty extends ObjectWriteContext.Base {

        private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(INDENTER)
                    .withArrayIndenter(INDENTER);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
