package dev.dataflow.migrations.schema;

import java.util.SortedMap;

/**
 * A function, a procedure or an aggregate.
 *
 * @param kind which of them
 * @param name its name
 * @param arguments the types that tell it from others of its name, on PostgreSQL; else empty
 * @param definition the statement that creates it, as the server writes it; on MySQL and MariaDB what follows its name
 * @param options what else: {@code comment}; MySQL and MariaDB {@code definer}, {@code sql mode}
 */
public record Routine(Kind kind, String name, String arguments, String definition, SortedMap<String, String> options) {

    /** Kinds of routines. */
    public enum Kind {
        /** It gives a value, or rows. */
        FUNCTION,
        /** It is called by itself. */
        PROCEDURE,
        /** It makes one value of many. */
        AGGREGATE
    }

    /** Copies the options. */
    public Routine {
        options = Ordered.options(options);
    }

    /** What tells it from all others of the schema. */
    public String signature() {
        return name + "(" + arguments + ") " + kind;
    }
}
