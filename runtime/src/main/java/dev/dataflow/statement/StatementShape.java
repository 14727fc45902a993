package dev.dataflow.statement;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Reach;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a cached statement is found by: compared in each call, for which what records have by themselves is slow.
 *
 * @param filter the shape of its filter; null when it has none
 * @param details all else
 */
record StatementShape(
        ModelMetadata<?, ?, ?, ?> model,
        String kind,
        @Nullable List<?> filter,
        Object details,
        Reach reach) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatementShape shape
                && model == shape.model
                && kind.equals(shape.kind)
                && (reach == shape.reach || reach.equals(shape.reach))
                && details.equals(shape.details)
                && Objects.equals(filter, shape.filter);
    }

    @Override
    public int hashCode() {
        // a statement that reaches other rows is one of a few
        return 31 * (31 * (31 * model.hashCode() + kind.hashCode()) + details.hashCode()) + Objects.hashCode(filter);
    }
}
