package dev.dataflow.statement;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.trait.Stamp;
import dev.dataflow.type.ColumnType;
import dev.dataflow.type.ColumnTypes;
import dev.dataflow.type.IllegalValueException;
import dev.dataflow.type.ParameterWriter;
import dev.dataflow.type.StatementParameters;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL with its traits applied, and where the value of each {@code ?} comes from. Only this package can make one, so what
 * runs it cannot run anything else. Immutable and thread-safe.
 */
public final class Statement {

    /** What the names of our functions start with. */
    private static final String FUNCTION = "dataflow_";

    private final ModelMetadata<?, ?, ?, ?> model;
    private final Operation operation;
    private final String sql;
    private final Bind[] binds;
    private final boolean generatedKeys;
    private final boolean returning;
    private final boolean functions;
    private final boolean expressions;
    private final boolean shared;
    private final boolean typed;
    private final List<Companion> companions;
    /** The last one asked for; nearly always the only one. */
    private volatile @Nullable Scoped scoped;

    private record Scoped(Scoping scoping, Statement statement) {}

    Statement(
            ModelMetadata<?, ?, ?, ?> model,
            Operation operation,
            String sql,
            List<Bind> binds,
            boolean generatedKeys,
            boolean returning) {
        this(model, operation, sql, binds, generatedKeys, returning, List.of());
    }

    Statement(
            ModelMetadata<?, ?, ?, ?> model,
            Operation operation,
            String sql,
            List<Bind> binds,
            boolean generatedKeys,
            boolean returning,
            List<Companion> companions) {
        this.model = model;
        this.operation = operation;
        this.sql = sql;
        this.binds = binds.toArray(new Bind[0]);
        this.generatedKeys = generatedKeys;
        this.returning = returning;
        this.functions = sql.contains(FUNCTION);
        this.expressions =
                binds.stream().anyMatch(bind -> bind instanceof Bind.OfFilter of && of.form() == FilterForm.EXPRESSION);
        this.companions = List.copyOf(companions);
        this.shared = binds.stream().noneMatch(Bind.OfOneCall.class::isInstance);
        this.typed = binds.stream().allMatch(Bind::isTyped);
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

    /** What traits have run together with it. */
    public List<Companion> companions() {
        return companions;
    }

    /** How many of the call's rows it takes values of. */
    public int rows() {
        int rows = 0;
        for (Bind bind : binds) {
            if (bind instanceof Bind.OfRow row) {
                rows = Math.max(rows, row.row() + 1);
            }
        }
        return rows;
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
        bind(0, arguments, stamp, out);
    }

    /**
     * Binds all values of a statement made for one row, which is executed for many.
     *
     * @param row which of the call's rows, from 0
     * @param arguments the values of all rows
     * @param stamp the values of managed columns
     * @param out where to
     */
    public void bindRow(int row, Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
        bind(row, (first, column, writer) -> arguments.write(row + first, column, writer), stamp, out);
    }

    /**
     * Binds the values of a further row of a statement whose parameters hold those of the row before: what is the same for all
     * rows of a call stays.
     *
     * @param row which of the call's rows, from 1
     * @param arguments the values of all rows
     * @param stamp the values of managed columns
     * @param out where to
     */
    public void bindNextRow(int row, Arguments arguments, Stamp stamp, StatementParameters out) throws SQLException {
        Arguments own = (first, column, writer) -> arguments.write(row + first, column, writer);
        for (Bind bind : binds) {
            if (bind instanceof Bind.OfTrait) {
                out.keep();
            } else {
                bind(row, bind, own, stamp, out);
            }
        }
    }

    private void bind(int first, Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
        for (Bind bind : binds) {
            bind(first, bind, arguments, stamp, out);
        }
    }

    private void bind(int first, Bind bind, Arguments arguments, Stamp stamp, ParameterWriter out) throws SQLException {
        try {
            bind.write(arguments, stamp, out);
        } catch (IllegalValueException e) {
            throw refused(first, bind, e);
        }
    }

    /** The types of the values it takes, in order; those without one are left out. */
    public List<ColumnType<?>> types() {
        List<ColumnType<?>> types = new ArrayList<>();
        for (Bind bind : binds) {
            if (bind instanceof Bind.OfRow row) {
                types.add(model.columns().get(row.column()).type());
            } else if (bind instanceof Bind.OfOffset) {
                types.add(ColumnTypes.INT32);
            } else if (bind instanceof Bind.OfTrait trait) {
                types.add(trait.column().type());
            }
        }
        return types;
    }

    private InvalidInputException refused(int first, Bind bind, IllegalValueException e) {
        String value = bind instanceof Bind.OfRow row
                ? "the value of `" + model.columns().get(row.column()).name() + "` in row " + (first + row.row())
                : "a value of a condition";
        return new InvalidInputException(
                new Problem(
                        ErrorCode.TYPE_MISMATCH,
                        value + " of a call on " + model + " " + e.getMessage(),
                        "it cannot be stored or compared without loss",
                        "give a value the column can hold"),
                e);
    }

    /** Whether it matches regular expressions. */
    public boolean hasExpressions() {
        return expressions;
    }

    /** Whether all values come with the call, so that it serves other calls of its shape, too. */
    boolean isShared() {
        return shared;
    }

    /** Whether PostgreSQL's driver can be told the type of each value. */
    public boolean isTyped() {
        return typed;
    }

    /** Whether it uses functions of ours, on SQLite. */
    public boolean needsFunctions() {
        return functions;
    }

    /** The statement that has the database explain this one. */
    public Statement explained(String keyword) {
        return new Statement(model, Operation.EXPLAIN, keyword + sql, List.of(binds), false, false);
    }

    /** The same with what tells row security whose rows it is about; that is its first value, which {@link #bind} leaves out. */
    public Statement scoped(Scoping scoping) {
        if (scoping == Scoping.NONE) {
            return this;
        }
        Scoped known = scoped;
        if (known == null || known.scoping() != scoping) {
            known = new Scoped(
                    scoping,
                    new Statement(model, operation, scoping.around(sql), List.of(binds), generatedKeys, false));
            scoped = known;
        }
        return known.statement();
    }

    /** What it does, for messages: {@code create of shop.Order}. */
    public String action() {
        return operation.label() + " of " + model;
    }
}
