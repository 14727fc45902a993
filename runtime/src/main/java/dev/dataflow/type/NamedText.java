package dev.dataflow.type;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.util.PGobject;

/** Text that PostgreSQL's driver is told the type of. The one class here that touches the driver, loaded when first used. */
final class NamedText {

    private NamedText() {}

    static void set(PreparedStatement statement, int index, String type, String text) throws SQLException {
        PGobject value = new PGobject();
        value.setType(type);
        value.setValue(text);
        statement.setObject(index, value);
    }
}
