package dev.dataflow.benchmarks.bulk;

import dev.dataflow.testing.Engine;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** What a careful hand writes on PostgreSQL: text COPY. */
public final class CopyBulk extends JdbcBulk {

    /** Opens it on a pool. */
    public CopyBulk(DataSource pool) {
        super(pool, Engine.POSTGRESQL);
    }

    @Override
    public void create(List<Product> rows) {
        transaction(connection -> {
            String now = Instant.now().toString();
            StringBuilder text = new StringBuilder();
            long count = 0;
            for (int from = 0; from < rows.size(); from += BATCH) {
                text.setLength(0);
                for (Product row : rows.subList(from, Math.min(rows.size(), from + BATCH))) {
                    text.append(escaped(row.number())).append('\t');
                    text.append(escaped(row.title())).append('\t');
                    text.append(escaped(row.description())).append('\t');
                    text.append(row.stock()).append('\t');
                    text.append(row.listed() ? 't' : 'f').append('\t');
                    text.append(row.price().toPlainString()).append('\t');
                    text.append(row.changed()).append('\t');
                    text.append(now).append('\t').append(now).append('\n');
                }
                try {
                    count += connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy products (" + COLUMNS + ") from stdin", new StringReader(text.toString()));
                } catch (IOException e) {
                    throw new SQLException(e);
                }
            }
            return count;
        });
    }

    private static String escaped(@Nullable String text) {
        if (text == null) {
            return "\\N";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                return text.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
            }
        }
        return text;
    }
}
