package dev.dataflow.annotations;

import dev.dataflow.model.NodeKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A type whose instances are rows of a table. The processor writes its typed nodes, jOOQ table, draft, patch and
 * descriptor into the type's package.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Model {

    /** The table's name; empty: the type's name as a snake_case plural. */
    String table() default "";

    /**
     * The schema the table lies in, on MySQL and MariaDB the database; empty: the connection's. SQLite has none, so a
     * model that names one cannot be opened there.
     */
    String schema() default "";

    /** Adds and stamps {@code created_at} and {@code updated_at}. */
    boolean timestamps() default true;

    /** Deletes mark rows instead of removing them. */
    boolean softDelete() default false;

    /** Each row belongs to a tenant, and each statement sees one tenant. */
    boolean multiTenant() default false;

    /** A version column finds lost updates. */
    boolean versioned() default false;

    /** Each change is written to an audit log. */
    boolean auditLog() default false;

    /** The node classes to generate; empty: all. */
    NodeKind[] nodes() default {};

    /** How findings that do not prevent generation are reported. */
    Validation validation() default Validation.STRICT;

    /** How findings at compile time are reported. */
    enum Validation {
        /** Errors are errors, warnings are warnings. */
        STRICT,
        /** Errors that do not prevent generation are warnings. */
        WARN,
        /** Only what prevents generation is reported. */
        OFF
    }
}
