package dev.dataflow.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * How generated code gets at a property of a model.
 *
 * @param getter what it is read by; null when it cannot be read
 * @param setter what it is written by after the constructor; null when it cannot be
 */
public record Access(@Nullable Member getter, @Nullable Member setter) {

    /** Of a record's component. */
    public static Access ofComponent(String name) {
        return new Access(Member.method(name), null);
    }

    /**
     * A method or a field.
     *
     * @param name its name
     * @param isMethod whether it is a method
     */
    public record Member(String name, boolean isMethod) {

        /** A method. */
        public static Member method(String name) {
            return new Member(name, true);
        }

        /** A field. */
        public static Member field(String name) {
            return new Member(name, false);
        }
    }
}
