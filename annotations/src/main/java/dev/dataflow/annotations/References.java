package dev.dataflow.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A foreign key to another model. The relation is named like the component without {@code Id}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface References {

    /** The model this component holds the key of. */
    Class<?> value();

    /** The name of the relation back, as in {@code orders} of a customer; empty: none. */
    String inverse() default "";

    /** What happens to the row when the row it points to is deleted. */
    OnDelete onDelete() default OnDelete.RESTRICT;

    /** What happens to a row when the row it points to is deleted. */
    enum OnDelete {
        /** The delete is refused. */
        RESTRICT,
        /** The row is deleted too. */
        CASCADE,
        /** The component becomes NULL. */
        SET_NULL
    }
}
