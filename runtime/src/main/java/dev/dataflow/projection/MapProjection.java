package dev.dataflow.projection;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Relation;
import dev.dataflow.metadata.RelationName;
import dev.dataflow.metadata.Relations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Works out what is read of rows that become maps, by names. */
final class MapProjection {

    private final Relations relations;

    MapProjection(Relations relations) {
        this.relations = relations;
    }

    /** The relations followed from a row, by key, and those from there. */
    private record Includes(Map<String, Step> steps) {
        Includes() {
            this(new LinkedHashMap<>());
        }
    }

    private record Step(Relation relation, Includes next) {}

    Projection<Map<String, @Nullable Object>> read(
            ModelMetadata<?, ?, ?, ?> model, @Nullable List<String> fields, List<String> include) {
        Includes includes = new Includes();
        for (String path : include) {
            add(model, path, includes);
        }
        List<Integer> columns = fields == null ? all(model) : named(model, fields);
        return projection(model, columns, includes, false);
    }

    private void add(ModelMetadata<?, ?, ?, ?> start, String path, Includes includes) {
        ModelMetadata<?, ?, ?, ?> model = start;
        Includes at = includes;
        String[] names = path.split("\\.", -1);
        ProjectionRefusal.checkDepth(names.length);
        for (String name : names) {
            Relation relation = relations.find(model, name);
            if (relation == null) {
                throw ProjectionRefusal.unknown(
                        name,
                        names.length == 1 ? "include" : "include path `" + path + "`",
                        "relation",
                        model,
                        relations.names(model).stream().map(RelationName::key).toList());
            }
            at = at.steps()
                    .computeIfAbsent(relation.name().key(), key -> new Step(relation, new Includes()))
                    .next();
            model = relation.target();
        }
    }

    private static List<Integer> all(ModelMetadata<?, ?, ?, ?> model) {
        return IntStream.range(0, model.columns().size()).boxed().toList();
    }

    private static List<Integer> named(ModelMetadata<?, ?, ?, ?> model, List<String> fields) {
        List<Integer> columns = new ArrayList<>();
        for (String field : fields) {
            int position = model.position(field);
            if (position < 0) {
                throw ProjectionRefusal.unknown(
                        field,
                        "fields",
                        "field",
                        model,
                        model.columns().stream().map(Column::column).toList());
            }
            if (!columns.contains(position)) {
                columns.add(position);
            }
        }
        return columns;
    }

    private Projection<Map<String, @Nullable Object>> projection(
            ModelMetadata<?, ?, ?, ?> model, List<Integer> given, Includes includes, boolean shared) {
        List<Column<?>> fields = new ArrayList<>();
        given.forEach(position -> fields.add(model.columns().get(position)));
        List<Integer> columns = new ArrayList<>(given);
        List<Related<?>> related = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        includes.steps().forEach((key, step) -> {
            checkFree(model, fields, step.relation());
            step.relation().from().stream()
                    .filter(column -> !columns.contains(column))
                    .forEach(columns::add);
            ModelMetadata<?, ?, ?, ?> target = step.relation().target();
            Projection<Map<String, @Nullable Object>> rows = projection(target, all(target), step.next(), true);
            related.add(new Related<>(step.relation(), rows));
            keys.add(key);
        });
        return new Projection<>(model, columns, related, row -> {
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                result.put(fields.get(i).column(), fields.get(i).export(row[keys.size() + i]));
            }
            for (int i = 0; i < keys.size(); i++) {
                result.put(keys.get(i), row[i]);
            }
            // several rows may lead to one
            return shared ? Collections.unmodifiableMap(result) : result;
        });
    }

    private static void checkFree(ModelMetadata<?, ?, ?, ?> model, List<Column<?>> fields, Relation relation) {
        String key = relation.name().key();
        if (fields.stream().anyMatch(field -> field.column().equals(key))) {
            throw ProjectionRefusal.relation(
                    "relation `" + relation.name().name() + "` of " + model + " cannot be included in maps",
                    "the column `" + key + "` has the same name, and a map can hold only one of them",
                    "name the column otherwise, as in @Column(\"" + key + "_id\"), or leave it out with `fields`");
        }
    }
}
