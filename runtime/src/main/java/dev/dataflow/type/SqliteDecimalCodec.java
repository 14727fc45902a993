package dev.dataflow.type;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/**
 * SQLite has no decimals: they are text in the form of {@link SortableDecimal}.
 *
 * @param scale the scale values are given back at
 */
record SqliteDecimalCodec(int scale) implements Codec<BigDecimal> {

    @Override
    public @Nullable BigDecimal read(ResultSet row, int index) throws SQLException {
        String text = row.getString(index);
        if (text == null) {
            return null;
        }
        BigDecimal value = SortableDecimal.decode(text);
        // a column whose scale was reduced by hand is still read exactly
        return value.scale() <= scale ? value.setScale(scale, RoundingMode.UNNECESSARY) : value;
    }

    @Override
    public void write(PreparedStatement statement, int index, BigDecimal value) throws SQLException {
        statement.setString(index, SortableDecimal.encode(value));
    }

    @Override
    public Object literal(BigDecimal value) {
        return SortableDecimal.encode(value);
    }

    @Override
    public int jdbcType() {
        return Types.VARCHAR;
    }
}
