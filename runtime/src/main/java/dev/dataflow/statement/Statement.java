package dev.dataflow.statement;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.ParameterWriter;
import java.sql.SQLException;
import java.util.List;

/**
 * SQL with its traits applied, and where the value of each {@code ?} comes from. Only this package can make one, so what
 * runs it cannot run anything else. Immutable and thread-safe.
 */
public final class Statement {

    private final ModelMetadata<?, ?, ?, ?> model;
    private final Operation operation;
    private final String sql;
    private final Bind[] binds;
    private final boolean generatedKeys;

    Statement(ModelMetadata<?, ?, ?, ?> model, Operation operation, String sql, List<Bind> binds, boolean keys) {
        this.model = model;
        this.operation = operation;
        this.sql = sql;
        this.binds = binds.toArray(new Bind[0]);
        this.generatedKeys = keys;
    }

    /** The model it is about. */
    public ModelMetadata<?, ?, ?, ?> model() {
        return model;
    }

    /** What it does. */
    public Operation operation() {
        return operation;
    }

    /** The SQL, with {@code ?} for each value. */
    public String sql() {
        return sql;
    }

    /** Whether the database is to hand back keys it made, through JDBC. */
    public boolean generatedKeys() {
        return generatedKeys;
    }

    /** How many values it takes. */
    public int parameters() {
        return binds.length;
    }

    /**
     * Binds all values.
     *
     * @param arguments the values of this execution
     * @param stamp the values of managed columns
     * @param out where to
     */
    public void bind(Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
        for (Bind bind : binds) {
            bind.write(arguments, stamp, out);
        }
    }

    /** The statement that has the database explain this one. */
    public Statement explained(String keyword) {
        return new Statement(model, Operation.EXPLAIN, keyword + sql, List.of(binds), false);
    }

    /** What it does, for messages: {@code create of shop.Order}. */
    public String action() {
        return operation.label() + " of " + model;
    }
}
