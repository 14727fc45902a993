package dev.dataflow.query;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Says what a computed value must match for its group to be kept. Not thread-safe. */
public final class HavingValue extends ValueFilter<HavingValue> {

    HavingValue(BiConsumer<Operator, @Nullable Object> steps) {
        super(steps);
    }

    @Override
    HavingValue self() {
        return this;
    }
}
