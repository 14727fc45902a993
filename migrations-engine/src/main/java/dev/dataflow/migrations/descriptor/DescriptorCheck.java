package dev.dataflow.migrations.descriptor;

import dev.dataflow.error.NearestName;
import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.model.IndexDescriptor;
import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.model.ReferenceDescriptor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds descriptors whose parts do not fit together, as after a bad merge or an edit by hand. */
public final class DescriptorCheck {

    private final String model;
    private final Set<String> columns = new LinkedHashSet<>();

    private DescriptorCheck(String model) {
        this.model = model;
    }

    /**
     * Checks a descriptor.
     *
     * @param model the qualified name it should have
     * @param descriptor the descriptor
     * @throws dev.dataflow.error.SchemaException when its parts do not fit together
     */
    public static void check(String model, ModelDescriptor descriptor) {
        new DescriptorCheck(model).checkAll(descriptor);
    }

    private void checkAll(ModelDescriptor descriptor) {
        if (descriptor.table().isEmpty()) {
            throw DescriptorError.invalid(model, "it lacks a table");
        }
        if (!model.equals(descriptor.name())) {
            throw DescriptorError.invalid(model, "it describes " + descriptor.name());
        }
        descriptor.columns().forEach(this::checkColumn);
        checkColumns("the key", descriptor.key().columns());
        descriptor.uniques().forEach(this::checkIndex);
        descriptor.indexes().forEach(this::checkIndex);
        for (ReferenceDescriptor reference : descriptor.references()) {
            checkColumns("the reference " + reference.constraint(), List.of(reference.column()));
        }
    }

    private void checkColumn(ColumnDescriptor column) {
        if (column.column().isEmpty()) {
            throw DescriptorError.invalid(model, "a column lacks a name");
        }
        if (!columns.add(column.column())) {
            throw DescriptorError.invalid(model, "the column `" + column.column() + "` is there twice");
        }
    }

    private void checkIndex(IndexDescriptor index) {
        checkColumns("`" + index.name() + "`", index.columns());
    }

    private void checkColumns(String owner, List<String> names) {
        if (names.isEmpty()) {
            throw DescriptorError.invalid(model, owner + " has no columns");
        }
        for (String name : names) {
            if (!columns.contains(name)) {
                throw DescriptorError.invalid(
                        model,
                        owner + " names the column `" + name + "`, which is not there: "
                                + NearestName.suggest(name, columns));
            }
        }
    }
}
