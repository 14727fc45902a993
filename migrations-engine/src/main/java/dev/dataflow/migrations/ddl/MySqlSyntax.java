package dev.dataflow.migrations.ddl;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** MySQL and MariaDB. Indexes stand in CREATE TABLE: each statement commits by itself, so the fewer the better. */
final class MySqlSyntax extends TableSyntax {

    private final String collation;

    /**
     * The syntax.
     *
     * @param collation the one that compares by code point and counts trailing spaces
     */
    MySqlSyntax(String collation) {
        super(Quoting.BACKTICKS);
        this.collation = collation;
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

    private String indexLine(Index index) {
        return "INDEX " + quote(index.name()) + " (" + quoteAll(index.columns()) + ")";
    }
}
