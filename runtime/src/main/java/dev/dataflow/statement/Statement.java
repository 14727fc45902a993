package dev.dataflow.statement;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.IllegalValueException;
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
    private final boolean returning;
    private final boolean decimalFunctions;

    Statement(
            ModelMetadata<?, ?, ?, ?> model,
            Operation operation,
            String sql,
            List<Bind> binds,
            boolean generatedKeys,
            boolean returning) {
        this.model = model;
        this.operation = operation;
        this.sql = sql;
        this.binds = binds.toArray(new Bind[0]);
        this.generatedKeys = generatedKeys;
        this.returning = returning;
        this.decimalFunctions = sql.contains(DecimalExpression.FUNCTION);
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

    /** Whether it is an insert that hands back keys, through JDBC or as rows. */
    public boolean returnsKeys() {
        return operation == Operation.INSERT && (generatedKeys || returning);
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
            try {
                bind.write(arguments, stamp, out);
            } catch (IllegalValueException e) {
                throw refused(bind, e);
            }
        }
    }

    private InvalidInputException refused(Bind bind, IllegalValueException e) {
        String value = bind instanceof Bind.OfRow row
                ? "the value of `" + model.columns().get(row.column()).name() + "` in row " + row.row()
                : "a value of a condition";
        return new InvalidInputException(
                new Problem(
                        ErrorCode.TYPE_MISMATCH,
                        value + " of a call on " + model + " " + e.getMessage(),
                        "it cannot be stored or compared without loss",
                        "give a value the column can hold"),
                e);
    }

    /** Whether it uses the functions that compute decimals on SQLite. */
    public boolean needsDecimalFunctions() {
        return decimalFunctions;
    }

    /** The statement that has the database explain this one. */
    public Statement explained(String keyword) {
        return new Statement(model, Operation.EXPLAIN, keyword + sql, List.of(binds), false, false);
    }

    /** What it does, for messages: {@code create of shop.Order}. */
    public String action() {
        return operation.label() + " of " + model;
    }
}
