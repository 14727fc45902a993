package dev.dataflow.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists in a column: an array on PostgreSQL, JSON elsewhere. Both are written as text; on PostgreSQL as the literal of an
 * array.
 *
 * @param form what they hold
 * @param array whether the column is an array
 */
record ListCodec<E>(ListForm<E> form, boolean array) implements Codec<List<E>> {

    @Override
    public @Nullable List<E> read(ResultSet row, int index) throws SQLException {
        if (array) {
            java.sql.Array stored = row.getArray(index);
            return stored == null ? null : stored(stored.getArray());
        }
        String text = row.getString(index);
        return text == null ? null : stored(JsonText.of(text).plain());
    }

    private List<E> stored(@Nullable Object value) {
        if (!(value instanceof List<?>) && !(value instanceof Object[])) {
            throw new IllegalValueException("holds JSON that is no list");
        }
        return List.copyOf(form.coerce(value));
    }

    @Override
    public void write(PreparedStatement statement, int index, List<E> value) throws SQLException {
        if (array) {
            statement.setObject(index, literal(value), Types.OTHER);
        } else {
            statement.setString(index, literal(value));
        }
    }

    @Override
    public void writeNamed(PreparedStatement statement, int index, List<E> value) throws SQLException {
        String name = typeName();
        if (name == null) {
            write(statement, index, value);
        } else {
            NamedText.set(statement, index, name, literal(value));
        }
    }

    @Override
    public void compareNamed(PreparedStatement statement, int index, List<E> value) throws SQLException {
        writeNamed(statement, index, value);
    }

    @Override
    public @Nullable String typeName() {
        return array ? TypeNames.ofArray(form.element()) : null;
    }

    @Override
    public String literal(List<E> value) {
        StringBuilder out = new StringBuilder();
        char separator = array ? '{' : '[';
        for (E item : value) {
            out.append(separator);
            if (item instanceof String text) {
                write(text, out);
            } else {
                out.append(item);
            }
            separator = ',';
        }
        if (value.isEmpty()) {
            out.append(separator);
        }
        return out.append(array ? '}' : ']').toString();
    }

    private void write(String text, StringBuilder out) {
        if (array) {
            ArrayLiteral.quote(text, out);
        } else {
            JsonString.write(text, out);
        }
    }

    @Override
    public int jdbcType() {
        return array ? Types.OTHER : Types.VARCHAR;
    }
}
