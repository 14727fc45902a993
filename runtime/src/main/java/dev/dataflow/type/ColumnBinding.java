package dev.dataflow.type;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Gives plain jOOQ queries the same values the nodes read and write. */
final class ColumnBinding<T> implements Binding<Object, T> {

    private static final long serialVersionUID = 1L;

    private final transient ColumnType<T> type;
    private final transient Converter<Object, T> converter;

    ColumnBinding(ColumnType<T> type) {
        this.type = type;
        this.converter = Converter.of(Object.class, type.javaType(), this::from, value -> value);
    }

    /** jOOQ turns what arithmetic is given into the base type, such as 1 added to a big integer into a decimal. */
    private @Nullable T from(@Nullable Object value) {
        if (value == null || type.javaType().isInstance(value)) {
            return type.javaType().cast(value);
        }
        try {
            return type.coerce(value);
        } catch (IllegalValueException e) {
            throw foreign(e);
        }
    }

    /** It is thrown while a user writes an expression, where no model is known yet. */
    private InvalidInputException foreign(IllegalValueException e) {
        return new InvalidInputException(
                new Problem(
                        ErrorCode.TYPE_MISMATCH,
                        "a value in an expression over a column of " + type + " " + e.getMessage(),
                        "jOOQ takes what stands beside a column for a value of its type",
                        "give a " + type.javaType().getSimpleName()
                                + "; or read, compute in Java and write with modify"),
                null);
    }

    ColumnType<T> type() {
        return type;
    }

    @Override
    public Converter<Object, T> converter() {
        return converter;
    }

    @Override
    public void sql(BindingSQLContext<T> context) throws SQLException {
        T value = context.value();
        if (context.render().paramType() != ParamType.INLINED) {
            context.render().sql(context.variable());
        } else if (value == null) {
            context.render().visit(DSL.inline((Object) null));
        } else {
            // a condition printed without a database, as toString() does, has PostgreSQL's form
            DatabaseEngine engine = context.dialect() == SQLDialect.DEFAULT
                    ? DatabaseEngine.POSTGRESQL
                    : DatabaseEngine.of(context.dialect());
            context.render().visit(DSL.inline(type.codec(engine).literal(type.floor(value))));
        }
    }

    @Override
    public void set(BindingSetStatementContext<T> context) throws SQLException {
        Codec<T> codec = type.codec(DatabaseEngine.of(context.dialect()));
        T value = context.value();
        if (value == null) {
            context.statement().setNull(context.index(), codec.jdbcType());
        } else {
            codec.write(context.statement(), context.index(), type.floor(value));
        }
    }

    @Override
    public void get(BindingGetResultSetContext<T> context) throws SQLException {
        Codec<T> codec = type.codec(DatabaseEngine.of(context.dialect()));
        context.value(codec.read(context.resultSet(), context.index()));
    }

    @Override
    public void register(BindingRegisterContext<T> context) throws SQLException {
        throw notInRoutines();
    }

    @Override
    public void set(BindingSetSQLOutputContext<T> context) throws SQLException {
        throw notInRoutines();
    }

    @Override
    public void get(BindingGetStatementContext<T> context) throws SQLException {
        throw notInRoutines();
    }

    @Override
    public void get(BindingGetSQLInputContext<T> context) throws SQLException {
        throw notInRoutines();
    }

    private static SQLFeatureNotSupportedException notInRoutines() {
        return new SQLFeatureNotSupportedException("model columns cannot be parameters of stored routines");
    }
}
