package dev.dataflow.migrations.schema;

import java.util.List;
import java.util.Map;

/**
 * What a database says of objects besides what a {@link Schema} says: owners, grants, comments and settings that a difference does not
 * look at, and that are gone when an object is made anew.
 *
 * @param known whether the database was asked; where it was not, nothing is known of any object
 * @param byObject what is said, by {@linkplain #key keys}; nothing for objects of which nothing is said
 */
public record ObjectProperties(boolean known, Map<String, Properties> byObject) {

    /** The database was not asked. */
    public static final ObjectProperties UNKNOWN = new ObjectProperties(false, Map.of());

    /** Kinds of objects that are made anew. */
    public enum Kind {
        /** A view or a materialised view. */
        VIEW,
        /** A function, a procedure or an aggregate. */
        ROUTINE,
        /** A column of a table. */
        COLUMN,
        /** A key, a check or an exclusion. */
        CONSTRAINT,
        /** An index that no constraint stands for. */
        INDEX,
        /** A policy. */
        POLICY,
        /** A rewrite rule of a table. */
        RULE
    }

    /**
     * What is said of one object.
     *
     * @param whole what says it again once the object is there
     * @param details what says it again of its columns and parts, where the object comes back the same
     * @param lost what cannot be said again, in words
     */
    public record Properties(List<PropertyStatement> whole, List<PropertyStatement> details, List<String> lost) {

        /** Nothing. */
        public static final Properties NONE = new Properties(List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Properties {
            whole = List.copyOf(whole);
            details = List.copyOf(details);
            lost = List.copyOf(lost);
        }
    }

    /** Copies the map. */
    public ObjectProperties {
        byObject = Map.copyOf(byObject);
    }

    /** The key of something that stands alone: a view by its name, a routine by its name and types. */
    public static String key(Kind kind, String name) {
        return kind + " " + name;
    }

    /** The key of a part of a table. */
    public static String key(Kind kind, String table, String name) {
        return kind + " " + table + "." + name;
    }

    /** What is said of an object. */
    public Properties of(String key) {
        return byObject.getOrDefault(key, Properties.NONE);
    }
}
