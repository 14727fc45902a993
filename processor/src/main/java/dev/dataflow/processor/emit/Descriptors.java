package dev.dataflow.processor.emit;

import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.model.KeyDescriptor;
import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.Objects;

/** Makes descriptors. */
public final class Descriptors {

    private Descriptors() {}

    /** The descriptor of a model that has no errors. */
    public static ModelDescriptor of(GeneratedModel model) {
        return new ModelDescriptor(
                ModelDescriptor.SCHEMA_VERSION,
                model.type().canonicalName(),
                model.names().prefix(),
                model.names().packageName(),
                model.schema(),
                model.table(),
                model.columns().stream().map(Descriptors::column).toList(),
                new KeyDescriptor(
                        model.keyColumns().stream().map(GeneratedColumn::column).toList(), model.generation()),
                model.uniques(),
                model.indexes(),
                model.references(),
                model.nodes(),
                model.renamedFrom());
    }

    private static ColumnDescriptor column(GeneratedColumn column) {
        return new ColumnDescriptor(
                column.name(),
                column.column(),
                Objects.requireNonNull(column.logical()),
                column.javaType().toString(),
                column.nullable(),
                column.size().length(),
                column.size().precision(),
                column.size().scale(),
                column.collation(),
                column.defaultValue(),
                column.constants(),
                column.managed(),
                column.component(),
                column.renamedFrom());
    }
}
