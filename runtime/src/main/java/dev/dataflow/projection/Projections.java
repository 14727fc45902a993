package dev.dataflow.projection;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Relations;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The projections of one instance. Thread-safe. */
public final class Projections {

    /** How many relations may be followed from a row, one after the other. */
    public static final int DEPTH = 20;

    private final Relations relations;
    private final Map<Request, Projection<?>> ofRecords = new ConcurrentHashMap<>();

    /**
     * Projections of models.
     *
     * @param relations knows how the models are related
     */
    public Projections(Relations relations) {
        this.relations = relations;
    }

    private record Request(ModelMetadata<?, ?, ?, ?> model, Class<?> type) {}

    /**
     * Rows as records.
     *
     * @param model the model whose rows are read
     * @param type a record whose components are named like columns and relations of the model; or the model itself
     * @return the projection, worked out once
     * @throws dev.dataflow.error.InvalidInputException DF-116 when rows cannot be read into it, DF-106 for a component no
     *     column or relation is named like, DF-118 when a relation cannot be followed
     */
    @SuppressWarnings("unchecked") // it is kept by its type
    public <T> Projection<T> ofRecord(ModelMetadata<?, ?, ?, ?> model, Class<T> type) {
        Request request = new Request(model, type);
        Projection<?> known = ofRecords.get(request);
        if (known == null) {
            known = new RecordProjection(relations).read(model, type, List.of());
            ofRecords.put(request, known);
        }
        return (Projection<T>) known;
    }

    /**
     * Rows as maps.
     *
     * @param model the model whose rows are read
     * @param fields the columns, by name; null for all
     * @param include the relations followed, by name; with points from relation to relation
     * @throws dev.dataflow.error.InvalidInputException DF-106 for a name the model does not have, DF-118 when a relation
     *     cannot be followed
     */
    public Projection<Map<String, @Nullable Object>> ofMaps(
            ModelMetadata<?, ?, ?, ?> model, @Nullable List<String> fields, List<String> include) {
        return new MapProjection(relations).read(model, fields, include);
    }
}
