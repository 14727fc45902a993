package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Column;
import java.util.List;
import java.util.Map;

/** Leaves out the columns that a table has from its parents as they are there. */
final class Inheritance {

    private final Map<String, List<Column>> columns;

    Inheritance(Map<String, List<Column>> columns) {
        this.columns = columns;
    }

    List<Column> own(Relation relation) {
        List<Column> all = columns.getOrDefault(relation.name(), List.of());
        return relation.parents().isEmpty()
                ? all
                : all.stream().filter(column -> !isInherited(relation, column)).toList();
    }

    /** A parent in another schema is not read, so what it gives is named again, which does no harm. */
    private boolean isInherited(Relation relation, Column column) {
        for (TableName parent : relation.parents()) {
            if (parent.schema() == null
                    && columns.getOrDefault(parent.name(), List.of()).stream()
                            .anyMatch(each -> each.withOptions(Map.of()).equals(column.withOptions(Map.of())))) {
                return true;
            }
        }
        return false;
    }
}
