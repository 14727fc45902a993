package dev.dataflow.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The primary key. A component named {@code id} is the key without it. On several components it makes a composite key of
 * them, in their order, whose parts always come from the caller.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Id {

    /** Where the key of a new row comes from. */
    Generation generation() default Generation.AUTO;

    /** Where a key comes from. */
    enum Generation {
        /** {@link #IDENTITY} for integers, {@link #UUID_V7} for UUIDs, {@link #ASSIGNED} for all else. */
        AUTO,
        /** The database counts up. */
        IDENTITY,
        /** A time-ordered UUID (RFC 9562, version 7), made by the runtime when the caller gives none. */
        UUID_V7,
        /** The caller always supplies it. */
        ASSIGNED
    }
}
