package dev.dataflow.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the table of a model, or the column of a component, was named before, so that a plan renames it and keeps its rows. It
 * may stay as long as there are databases that have not been changed: where nothing of that name is there any more, it says
 * nothing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface RenamedFrom {

    /** The former name in the database, as in {@code full_name}; several where databases may be at several of them. */
    String[] value();
}
