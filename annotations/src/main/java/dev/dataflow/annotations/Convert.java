package dev.dataflow.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a value type as the one value in it, such as {@code record Email(String value)} as a text.
 *
 * <p>Without a class, the component's type is a record of one component, which is what is stored. With the class of a plain
 * type, such as {@code String.class}, that is stored: a record's component, or what the type's {@code value()},
 * {@code getValue()} or only accessor gives, and its {@code of}, {@code valueOf}, {@code parse} or constructor takes. With a
 * {@link ValueConverter}, what that says.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Convert {

    /** The stored type, or a {@link ValueConverter}; {@code void}: the only component of the record. */
    Class<?> value() default void.class;
}
