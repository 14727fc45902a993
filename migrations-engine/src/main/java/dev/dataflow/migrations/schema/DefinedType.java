package dev.dataflow.migrations.schema;

import java.util.Locale;
import java.util.SortedMap;

/**
 * A range type or a collation of PostgreSQL. It is what its statement says; one that says otherwise is another.
 *
 * @param kind which of them
 * @param name its name
 * @param definition the statement that creates it
 * @param options what else: {@code comment}
 */
public record DefinedType(Kind kind, String name, String definition, SortedMap<String, String> options) {

    /** Kinds of them. */
    public enum Kind {
        /** A type of ranges over another type. */
        RANGE_TYPE,
        /** An order of texts. */
        COLLATION;

        /** The kind in words. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** What statements call it. */
        public String sql() {
            return this == COLLATION ? "COLLATION" : "TYPE";
        }
    }

    /** Copies the options. */
    public DefinedType {
        options = Ordered.options(options);
    }
}
