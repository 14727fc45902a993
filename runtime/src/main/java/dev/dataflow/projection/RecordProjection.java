package dev.dataflow.projection;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Relation;
import dev.dataflow.metadata.RelationName;
import dev.dataflow.metadata.Relations;
import dev.dataflow.projection.RecordType.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Works out what is read of rows that become records, by the names and types of the records' components. */
final class RecordProjection {

    private final Relations relations;

    RecordProjection(Relations relations) {
        this.relations = relations;
    }

    /**
     * Where a component's value is.
     *
     * @param related whether among what relations lead to, not among the columns
     * @param index its place there
     * @param value how it becomes the component's
     */
    private record Source(boolean related, int index, UnaryOperator<@Nullable Object> value) {}

    /**
     * Works out a projection.
     *
     * @param model the model whose rows are read
     * @param type what they become
     * @param path the types it is a part of
     */
    Projection<?> read(ModelMetadata<?, ?, ?, ?> model, Class<?> type, List<Class<?>> path) {
        ProjectionRefusal.checkDepth(path.size());
        if (type == model.definition().type()) {
            return Projection.whole(model);
        }
        if (path.contains(type)) {
            throw ProjectionRefusal.projection(
                    type.getName() + " holds itself",
                    "reading it would follow its relations without end",
                    "declare one record per level");
        }
        RecordType<?> target = target(model, type);
        List<Class<?>> parts = Stream.concat(path.stream(), Stream.of(type)).toList();
        List<Integer> columns = new ArrayList<>();
        List<Related<?>> related = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (Component component : target.components()) {
            sources.add(source(new ProjectedComponent(model, type, component), columns, related, parts));
        }
        for (Related<?> way : related) {
            way.relation().from().stream()
                    .filter(column -> !columns.contains(column))
                    .forEach(columns::add);
        }
        return new Projection<>(model, columns, related, assembly(target, sources, related.size()));
    }

    private static RecordType<?> target(ModelMetadata<?, ?, ?, ?> model, Class<?> type) {
        if (!type.isRecord() || type.getRecordComponents().length == 0) {
            throw ProjectionRefusal.projection(
                    "rows of " + model + " cannot become " + type.getName(),
                    type.isRecord() ? "it has no components" : "it is neither a record nor the model itself",
                    "declare a record whose components are named like fields of " + model);
        }
        RecordType<?> target = RecordType.of(type);
        if (target == null) {
            throw ProjectionRefusal.projection(
                    "rows of " + model + " cannot become " + type.getName(),
                    "its module does not open its package, so its constructor cannot be called",
                    "add `opens " + type.getPackageName() + ";` to its module-info");
        }
        return target;
    }

    private Source source(
            ProjectedComponent component, List<Integer> columns, List<Related<?>> related, List<Class<?>> path) {
        ModelMetadata<?, ?, ?, ?> model = component.model();
        int position = component.position();
        boolean isField = position >= 0 && component.isValue(position);
        Relation relation = isField ? null : relations.find(model, component.name());
        if (position >= 0 && relation == null) {
            if (!columns.contains(position)) {
                columns.add(position);
            }
            return new Source(false, columns.indexOf(position), component.value(position));
        }
        if (relation == null) {
            throw ProjectionRefusal.unknown(
                    component.name(),
                    component.type().getName(),
                    "field or relation",
                    model,
                    Stream.concat(
                                    model.columns().stream().map(Column::name),
                                    relations.names(model).stream().map(RelationName::name))
                            .distinct()
                            .toList());
        }
        ValueType row = component.row(relation);
        related.add(new Related<>(relation, read(relation.target(), row.raw(), path)));
        return new Source(true, related.size() - 1, component.related());
    }

    private static <T> Assembly<T> assembly(RecordType<T> target, List<Source> sources, int related) {
        int[] places = sources.stream()
                .mapToInt(source -> source.related() ? source.index() : related + source.index())
                .toArray();
        List<UnaryOperator<@Nullable Object>> values =
                sources.stream().map(Source::value).toList();
        return row -> {
            @Nullable Object[] arguments = new Object[places.length];
            for (int i = 0; i < places.length; i++) {
                arguments[i] = values.get(i).apply(row[places[i]]);
            }
            return target.make(arguments);
        };
    }
}
