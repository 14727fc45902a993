package dev.dataflow.processor.source;

import java.util.List;

/**
 * How instances of a model are made.
 *
 * @param way the way
 * @param parameters the properties its constructor takes, in order; empty unless all are
 */
public record Construction(Way way, List<String> parameters) {

    /** Copies the list. */
    public Construction {
        parameters = List.copyOf(parameters);
    }

    /** Whether properties are set one by one. */
    public boolean bySetters() {
        return way == Way.SETTERS;
    }

    /** The ways. */
    public enum Way {
        /** One constructor takes all properties. */
        CONSTRUCTOR,
        /** A constructor takes nothing, and each property is set. */
        SETTERS,
        /** No constructor does either. */
        NONE,
        /** As before, and a class file does not tell the names of a constructor's parameters. */
        NAMELESS,
        /** As before, and Lombok makes only a builder. */
        BUILDER
    }
}
