package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.schema.ConstantDefault;

/**
 * Says whether a default may give each row a value of its own, so that a column that comes with it makes PostgreSQL write all
 * rows anew.
 */
@FunctionalInterface
public interface DefaultVolatility {

    /** Without a database to ask: everything may but a constant and the time of the transaction. */
    DefaultVolatility UNKNOWN = expression -> !ConstantDefault.isOfPostgres(expression);

    /**
     * Whether an expression may have another value for each row.
     *
     * @param expression a default, as the server writes it
     */
    boolean isVolatile(String expression);
}
