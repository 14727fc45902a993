package dev.dataflow.processor.derive;

import dev.dataflow.annotations.Unique;
import dev.dataflow.model.DatabaseName;
import dev.dataflow.model.IndexDescriptor;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.ModelSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Works out unique keys and indexes. */
final class IndexDeriver {

    private final ModelSource source;
    private final String table;
    private final List<GeneratedColumn> columns;

    IndexDeriver(ModelSource source, String table, List<GeneratedColumn> columns) {
        this.source = source;
        this.table = table;
        this.columns = columns;
    }

    List<IndexDescriptor> uniques() {
        Stream<IndexDescriptor> single = source.components().stream()
                .flatMap(component -> component.find(Unique.class).stream()
                        .map(unique -> index(
                                unique.name("name"), List.of(component.name()), true, unique.flag("includeDeleted"))));
        return sorted(Stream.concat(single, declared(true)));
    }

    List<IndexDescriptor> indexes() {
        return sorted(declared(false));
    }

    private Stream<IndexDescriptor> declared(boolean unique) {
        return source.indexes().stream()
                .filter(index -> index.flag("unique") == unique)
                .map(this::index);
    }

    private IndexDescriptor index(AnnotationSource index) {
        return index(index.name("name"), index.texts("fields"), index.flag("unique"), false);
    }

    private IndexDescriptor index(Optional<String> name, List<String> fields, boolean unique, boolean deleted) {
        // an unknown field is reported by a check
        List<String> names = fields.stream().flatMap(this::column).toList();
        return new IndexDescriptor(
                name.orElseGet(() -> DatabaseName.constraint(unique ? "uk" : "ix", table, names)),
                names,
                unique,
                deleted);
    }

    private Stream<String> column(String field) {
        return columns.stream()
                .filter(column -> column.component() && column.name().equals(field))
                .map(GeneratedColumn::column);
    }

    private static List<IndexDescriptor> sorted(Stream<IndexDescriptor> indexes) {
        return indexes.sorted(Comparator.comparing(IndexDescriptor::name)).toList();
    }
}
