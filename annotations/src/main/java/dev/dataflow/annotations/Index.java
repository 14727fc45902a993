package dev.dataflow.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An index over components of the model. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Indexes.class)
public @interface Index {

    /**
     * The components, by name, in the order of the index; {@code tenant_id} comes before them and {@code deleted_at} behind, where
     * the model has these columns.
     */
    String[] fields();

    /** The index's name; empty: {@code ix_<table>_<columns>}, or {@code uk_…} when unique. */
    String name() default "";

    /** No two rows hold the same values. */
    boolean unique() default false;

    /** A filter as JSON; only rows it matches are in the index. */
    String where() default "";
}
