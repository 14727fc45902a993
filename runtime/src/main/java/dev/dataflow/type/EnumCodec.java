package dev.dataflow.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores an enum by its constant's name. */
final class EnumCodec<E extends Enum<E>> implements Codec<E> {

    private final Class<E> type;
    private final Map<String, E> constants = new LinkedHashMap<>();

    EnumCodec(Class<E> type, E[] constants) {
        this.type = type;
        for (E constant : constants) {
            this.constants.put(constant.name(), constant);
        }
    }

    E constant(String name) {
        E constant = constants.get(name);
        if (constant == null) {
            throw new IllegalArgumentException("no such constant");
        }
        return constant;
    }

    String names() {
        return String.join(", ", constants.keySet());
    }

    @Override
    public @Nullable E read(ResultSet row, int index) throws SQLException {
        String name = row.getString(index);
        if (name == null) {
            return null;
        }
        E constant = constants.get(name);
        if (constant == null) {
            throw new IllegalValueException(
                    "holds a name that is no constant of " + type.getSimpleName() + "; those are " + names());
        }
        return constant;
    }

    @Override
    public void write(PreparedStatement statement, int index, E value) throws SQLException {
        statement.setString(index, value.name());
    }

    @Override
    public Object literal(E value) {
        return value.name();
    }

    @Override
    public int jdbcType() {
        return Types.VARCHAR;
    }
}
