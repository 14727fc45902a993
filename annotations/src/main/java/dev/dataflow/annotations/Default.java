package dev.dataflow.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a component that is left out on create: a literal, checked against the type at compile time.
 *
 * <p>A component with a default is optional on create. {@code null} given for it in a whole record counts as left out,
 * unless the component is nullable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Default {

    /** The literal, in the form its type's {@code toString} or ISO 8601 writes it. */
    String value();
}
