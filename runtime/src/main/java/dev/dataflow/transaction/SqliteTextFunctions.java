package dev.dataflow.transaction;

import com.google.re2j.Pattern;
import dev.dataflow.query.LowerCase;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/** What SQLite lacks to match text: lower case beyond ASCII, and regular expressions. Loaded only where SQLite is used. */
final class SqliteTextFunctions {

    private SqliteTextFunctions() {}

    /** Makes the functions known to a connection. */
    static void register(SQLiteConnection connection) throws SQLException {
        Function.create(connection, "dataflow_lower", new Lower(), 1, Function.FLAG_DETERMINISTIC);
        Function.create(connection, "dataflow_regex", new Regex(), 2, Function.FLAG_DETERMINISTIC);
    }

    private static final class Lower extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            if (text == null) {
                result();
            } else {
                result(LowerCase.of(text));
            }
        }
    }

    /** Matches in time that grows with the text, whatever the expression. */
    private static final class Regex extends Function {

        private @Nullable String known;
        private @Nullable Pattern pattern;

        @Override
        protected void xFunc() throws SQLException {
            String expression = value_text(0);
            String text = value_text(1);
            if (text == null) {
                result();
                return;
            }
            Pattern compiled = pattern;
            if (compiled == null || !expression.equals(known)) {
                compiled = Pattern.compile(expression);
                known = expression;
                pattern = compiled;
            }
            result(compiled.matcher(text).find() ? 1 : 0);
        }
    }
}
