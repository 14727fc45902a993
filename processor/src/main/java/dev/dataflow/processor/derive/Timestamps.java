package dev.dataflow.processor.derive;

import dev.dataflow.processor.source.ModelSource;

/** The option {@code timestamps}, the one that is on unless said otherwise. */
public final class Timestamps {

    private Timestamps() {}

    /** Whether a model's rows are stamped. */
    public static boolean on(ModelSource source) {
        return !source.model().has("timestamps") || source.model().flag("timestamps");
    }
}
