package dev.dataflow.database;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Reference;
import dev.dataflow.metadata.UniqueKey;
import dev.dataflow.model.ManagedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the components a failure is about, as the model names them. */
final class FailedFields {

    private static final Pattern DELETE = Pattern.compile("(bulk )?delete\\b", Pattern.CASE_INSENSITIVE);

    private final ModelMetadata<?, ?, ?, ?> model;
    private final boolean delete;

    FailedFields(ModelMetadata<?, ?, ?, ?> model, String action) {
        this.model = model;
        this.delete = DELETE.matcher(action).lookingAt();
    }

    /** The components; empty when they cannot be told. */
    List<String> of(Failure failure) {
        return switch (failure.kind()) {
            case UNIQUE -> unique(failure);
            case FOREIGN_KEY -> reference(failure);
            case NOT_NULL, VALUE -> components(failure);
            default -> List.of();
        };
    }

    private List<String> unique(Failure failure) {
        for (UniqueKey key : model.definition().uniques()) {
            if (key.name().equalsIgnoreCase(failure.constraint())) {
                return components(key.columns());
            }
        }
        List<String> told = components(failure);
        return told.isEmpty() && isPrimaryKey(failure)
                ? model.key().columns().stream().map(Column::name).toList()
                : told;
    }

    private List<String> reference(Failure failure) {
        List<Reference> references = model.definition().references();
        for (Reference reference : references) {
            if (reference.constraint().equalsIgnoreCase(failure.constraint())) {
                return components(List.of(reference.column()));
            }
        }
        if (failure.hasDetails()) {
            return delete ? List.of() : components(failure);
        }
        // SQLite names nothing; one reference can only be this one, and a delete fails for another table's
        return references.size() == 1 && !delete
                ? components(List.of(references.get(0).column()))
                : List.of();
    }

    private boolean isPrimaryKey(Failure failure) {
        String table = model.table().getName();
        String name = failure.constraint();
        return isOwn(failure.table())
                && name != null
                && (name.equals("PRIMARY")
                        || name.equalsIgnoreCase(table + "_pkey")
                        || name.equalsIgnoreCase("pk_" + table));
    }

    private List<String> components(Failure failure) {
        return isOwn(failure.table()) ? components(failure.columns()) : List.of();
    }

    private boolean isOwn(@Nullable String table) {
        return table == null || table.equalsIgnoreCase(model.table().getName());
    }

    private List<String> components(List<String> columns) {
        List<String> names = new ArrayList<>();
        for (String column : columns) {
            int position = model.position(column);
            if (position < 0) {
                return List.of();
            }
            if (model.columns().get(position).managed() != ManagedColumn.TENANT_ID) { // it is in each key
                names.add(model.columns().get(position).name());
            }
        }
        return names;
    }
}
