package dev.dataflow.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Encrypts the component in the database.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Encrypted {

    /** Encrypts equal values to equal bytes, so that equality filters work. */
    boolean deterministic() default false;

    /** What a value is bound to besides its column. */
    Bind bind() default Bind.RECORD;

    /** What an encrypted value is bound to, so that it cannot be moved elsewhere. */
    enum Bind {
        /** Tenant, table, column and record key. */
        RECORD,
        /** Tenant, table and column. */
        COLUMN
    }
}
