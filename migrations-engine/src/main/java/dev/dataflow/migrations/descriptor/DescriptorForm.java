package dev.dataflow.migrations.descriptor;

import dev.dataflow.model.CollationDescriptor;
import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.model.IndexDescriptor;
import dev.dataflow.model.KeyDescriptor;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.model.NodeKind;
import dev.dataflow.model.OnDelete;
import dev.dataflow.model.ReferenceDescriptor;

/** The properties of a descriptor's JSON: the records' components. */
final class DescriptorForm {

    private DescriptorForm() {}

    static ModelDescriptor model(JsonObject model) {
        return new ModelDescriptor(
                model.number("schemaVersion"),
                model.text("name"),
                model.text("simpleName"),
                model.text("packageName"),
                model.optional("schema", model::text),
                model.text("table"),
                model.objects("columns", DescriptorForm::column),
                model.object("key", DescriptorForm::key),
                model.objects("uniques", DescriptorForm::index),
                model.objects("indexes", DescriptorForm::index),
                model.objects("references", DescriptorForm::reference),
                model.constants("nodes", NodeKind.class),
                model.textsIfAny("renamedFrom"));
    }

    private static ColumnDescriptor column(JsonObject column) {
        return new ColumnDescriptor(
                column.text("name"),
                column.text("column"),
                column.constant("type", LogicalType.class),
                column.text("javaType"),
                column.flag("nullable"),
                column.number("length"),
                column.number("precision"),
                column.number("scale"),
                column.optional("collation", name -> column.object(name, DescriptorForm::collation)),
                column.optional("defaultValue", column::text),
                column.texts("constants"),
                column.optional("managed", name -> column.constant(name, ManagedColumn.class)),
                column.flag("component"),
                column.textsIfAny("renamedFrom"));
    }

    private static CollationDescriptor collation(JsonObject collation) {
        return new CollationDescriptor(
                collation.optional("postgresql", collation::text),
                collation.optional("mysql", collation::text),
                collation.optional("mariadb", collation::text),
                collation.optional("sqlite", collation::text));
    }

    private static KeyDescriptor key(JsonObject key) {
        return new KeyDescriptor(key.texts("columns"), key.constant("generation", KeyGeneration.class));
    }

    private static IndexDescriptor index(JsonObject index) {
        return new IndexDescriptor(
                index.text("name"), index.texts("columns"), index.flag("unique"), index.flag("includesDeleted"));
    }

    private static ReferenceDescriptor reference(JsonObject reference) {
        return new ReferenceDescriptor(
                reference.text("constraint"),
                reference.text("column"),
                reference.text("relation"),
                reference.text("target"),
                reference.optional("inverse", reference::text),
                reference.constant("onDelete", OnDelete.class));
    }
}
