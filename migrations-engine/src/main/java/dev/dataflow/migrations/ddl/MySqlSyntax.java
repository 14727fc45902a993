package dev.dataflow.migrations.ddl;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.Index;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.migrations.table.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** MySQL and MariaDB. Indexes stand in CREATE TABLE: each statement commits by itself, so the fewer the better. */
final class MySqlSyntax extends TableSyntax {

    private final String collation;
    private final @Nullable String current;

    /**
     * The syntax.
     *
     * @param collation the one that compares by code point and counts trailing spaces
     * @param current the connection's database; null when there is no connection
     */
    MySqlSyntax(String collation, @Nullable String current) {
        super(Quoting.BACKTICKS);
        this.collation = collation;
        this.current = current;
    }

    @Override
    boolean pointsForward() {
        return false;
    }

    @Override
    String identity() {
        return "NOT NULL AUTO_INCREMENT";
    }

    @Override
    String options() {
        return " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=" + collation;
    }

    @Override
    Optional<String> createIndex(Table table, Index index) {
        return Optional.empty();
    }

    @Override
    List<String> indexLines(Table table) {
        return Stream.concat(
                        super.indexLines(table).stream(),
                        table.indexes().stream().map(this::indexLine))
                .toList();
    }

    /** A reference that names no database means the table's own, not the connection's. */
    @Override
    TableName target(TableName table, TableName target) {
        if (target.schema() != null || table.schema() == null) {
            return target;
        }
        if (current == null) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.MODEL_UNSUPPORTED,
                            "the table `" + table + "` references `" + target + "`, whose database is not known",
                            "MySQL and MariaDB would look for it in `" + table.schema()
                                    + "`, and without a connection nothing says where it lies",
                            "name the database of both with @Model(schema)"),
                    null);
        }
        return new TableName(current, target.name());
    }

    /** A row whose key holds NULL meets no other. */
    @Override
    String uniqueLine(UniqueKey unique) {
        return unique.live()
                ? "CONSTRAINT " + quote(unique.name()) + " UNIQUE (" + quoteAll(unique.columns()) + ", "
                        + quote(UniqueKey.LIVE) + ")"
                : super.uniqueLine(unique);
    }

    private String indexLine(Index index) {
        return "INDEX " + quote(index.name()) + " (" + quoteAll(index.columns()) + ")";
    }
}
