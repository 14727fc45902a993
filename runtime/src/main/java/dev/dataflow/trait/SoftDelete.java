package dev.dataflow.trait;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.UniqueKey;
import dev.dataflow.model.ManagedColumn;
import java.util.List;
import java.util.stream.Stream;

/** Marks rows as deleted by {@code deleted_at} instead of removing them, and hides them. */
final class SoftDelete implements Trait {

    @Override
    public List<Assignment> onUpdate(ModelMetadata<?, ?, ?, ?> model, Reach reach) {
        boolean revives = reach.tombstones() == Tombstones.REVIVED || reach.tombstones() == Tombstones.ONLY;
        return revives
                ? deletedAt(model)
                        .map(column -> new Assignment(column, Assignment.Value.NULL))
                        .toList()
                : List.of();
    }

    @Override
    public List<Assignment> onDelete(ModelMetadata<?, ?, ?, ?> model) {
        return deletedAt(model)
                .map(column -> new Assignment(column, Assignment.Value.STAMP))
                .toList();
    }

    @Override
    public boolean keepsDeleted(ModelMetadata<?, ?, ?, ?> model) {
        return model.managed(ManagedColumn.DELETED_AT) >= 0;
    }

    @Override
    public List<Predicate> predicates(ModelMetadata<?, ?, ?, ?> model, Reach reach) {
        return switch (reach.tombstones()) {
            case HIDDEN -> live(model);
            case INCLUDED, REVIVED -> List.of();
            case ONLY ->
                deletedAt(model).<Predicate>map(Predicate.IsNotNull::new).toList();
        };
    }

    /** A tombstone keeps its primary key, and those values that its model says. */
    @Override
    public List<Predicate> onUnique(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        List<String> names = columns.stream()
                .map(column -> model.columns().get(column).column())
                .toList();
        return model.definition().uniques().stream()
                        .filter(unique -> unique.columns().equals(names))
                        .allMatch(UniqueKey::includesDeleted)
                ? List.of()
                : live(model);
    }

    @Override
    public List<Predicate> onReference(ModelMetadata<?, ?, ?, ?> target) {
        return live(target);
    }

    private static List<Predicate> live(ModelMetadata<?, ?, ?, ?> model) {
        return deletedAt(model).<Predicate>map(Predicate.IsNull::new).toList();
    }

    private static Stream<Integer> deletedAt(ModelMetadata<?, ?, ?, ?> model) {
        return Stream.of(model.managed(ManagedColumn.DELETED_AT)).filter(column -> column >= 0);
    }
}
