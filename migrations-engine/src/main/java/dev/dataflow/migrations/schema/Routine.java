package dev.dataflow.migrations.schema;

import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** How PostgreSQL opens a body that it keeps as a text. */
    private static final Pattern TEXT = Pattern.compile("\nAS [$']");

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

    /** What PostgreSQL has read of it, and holds on to: all but a body that is a text. */
    public String held() {
        Matcher text = TEXT.matcher(definition);
        return text.find() ? definition.substring(0, text.start()) : definition;
    }

    /** What names its parameters and its result on PostgreSQL; empty for an aggregate. */
    public String head() {
        int language = definition.indexOf("\n LANGUAGE ");
        return language < 0 ? "" : definition.substring(0, language);
    }

    /** Whether PostgreSQL puts another in its place, which keeps what calls it: that has the same parameters and result. */
    public boolean isReplaceableBy(Routine other) {
        return !head().isEmpty() && head().equals(other.head());
    }

    /** What tells it from all others of the schema. */
    public String signature() {
        return name + "(" + arguments + ") " + kind;
    }
}
