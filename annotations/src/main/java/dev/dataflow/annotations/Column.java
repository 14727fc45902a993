package dev.dataflow.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Overrides what is derived from a component.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Column {

    /** The column's name; empty: the component's name in snake_case. */
    String value() default "";

    /** Whether NULL is allowed, for types whose annotations the compiler cannot see. */
    Nullability nullable() default Nullability.AUTO;

    /** The longest string in characters (Unicode code points), 1 to 16,383; 0: 255 where one is needed, else unbounded. */
    int length() default 0;

    /** All digits of a decimal, 1 to 38. */
    int precision() default 38;

    /** Digits of a decimal after the point, 0 to precision. */
    int scale() default 10;

    /**
     * The collation of text, by its name in the database; empty: by code point. Names differ between databases:
     * {@link Collation} gives one for each.
     */
    String collation() default "";

    /** Whether a column may hold NULL. */
    enum Nullability {
        /** By the type and its annotations. */
        AUTO,
        /** NULL is allowed. */
        YES,
        /** NULL is refused. */
        NO
    }
}
