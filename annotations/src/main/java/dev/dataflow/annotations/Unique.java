package dev.dataflow.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * No two rows hold the same value. NULL equals nothing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Unique {

    /** The name of the unique constraint; empty: {@code uk_<table>_<column>}. */
    String name() default "";

    /** Counts soft-deleted rows too. */
    boolean includeDeleted() default false;
}
