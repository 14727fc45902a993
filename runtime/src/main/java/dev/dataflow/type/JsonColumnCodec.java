package dev.dataflow.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * JSON in a column. PostgreSQL's {@code jsonb} keeps every digit and knows when two values are equal. Elsewhere the text is
 * canonical, with {@link JsonScales} after it, and is compared without them.
 *
 * @param form how values become text
 * @param binary whether the column is a {@code jsonb}
 */
record JsonColumnCodec<T>(JsonForm<T> form, boolean binary) implements Codec<T> {

    @Override
    public @Nullable T read(ResultSet row, int index) throws SQLException {
        String text = row.getString(index);
        return text == null ? null : form.read(text);
    }

    @Override
    public void write(PreparedStatement statement, int index, T value) throws SQLException {
        set(statement, index, stored(value));
    }

    @Override
    public void compare(PreparedStatement statement, int index, T value) throws SQLException {
        set(statement, index, form.text(value).canonical());
    }

    @Override
    public void writeNamed(PreparedStatement statement, int index, T value) throws SQLException {
        setNamed(statement, index, stored(value));
    }

    @Override
    public void compareNamed(PreparedStatement statement, int index, T value) throws SQLException {
        setNamed(statement, index, form.text(value).canonical());
    }

    @Override
    public @Nullable String typeName() {
        return binary ? "jsonb" : null;
    }

    @Override
    public Object literal(T value) {
        return stored(value);
    }

    @Override
    public int jdbcType() {
        return binary ? Types.OTHER : Types.VARCHAR;
    }

    private String stored(T value) {
        JsonText text = form.text(value);
        return binary ? text.exact() : text.canonicalWithScales();
    }

    private void set(PreparedStatement statement, int index, String text) throws SQLException {
        if (binary) {
            statement.setObject(index, text, Types.OTHER);
        } else {
            statement.setString(index, text);
        }
    }

    private void setNamed(PreparedStatement statement, int index, String text) throws SQLException {
        if (binary) {
            NamedText.set(statement, index, "jsonb", text);
        } else {
            set(statement, index, text);
        }
    }
}
