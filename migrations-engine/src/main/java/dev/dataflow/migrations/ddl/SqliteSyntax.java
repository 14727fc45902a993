package dev.dataflow.migrations.ddl;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.table.Column;
import dev.dataflow.migrations.table.Index;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.migrations.table.UniqueKey;
import dev.dataflow.migrations.table.ValueSource;
import java.util.List;
import java.util.Optional;

/** SQLite. Tables are strict; AUTOINCREMENT keeps ids of deleted rows from coming back, as on the other databases. */
final class SqliteSyntax extends TableSyntax {

    SqliteSyntax() {
        super(Quoting.DOUBLE_QUOTES);
    }

    @Override
    boolean pointsForward() {
        return true;
    }

    @Override
    String identity() {
        return "PRIMARY KEY AUTOINCREMENT";
    }

    @Override
    String options() {
        return " STRICT";
    }

    @Override
    Optional<String> createIndex(Table table, Index index) {
        return Optional.of("CREATE INDEX " + quote(index.name()) + " ON " + quote(table.name()) + " ("
                + quoteAll(index.columns()) + ")");
    }

    @Override
    List<String> createUniqueIndexes(Table table) {
        return table.uniques().stream()
                .filter(UniqueKey::live)
                .map(unique -> "CREATE UNIQUE INDEX " + quote(unique.name()) + " ON " + quote(table.name()) + " ("
                        + quoteAll(unique.columns()) + ")" + livingRows(unique))
                .toList();
    }

    @Override
    List<String> indexLines(Table table) {
        return table.uniques().stream()
                .filter(unique -> !unique.live())
                .map(this::uniqueLine)
                .toList();
    }

    @Override
    Optional<String> primaryKeyLine(Table table) {
        return table.columns().stream().map(Column::source).anyMatch(ValueSource.IDENTITY::equals)
                ? Optional.empty()
                : super.primaryKeyLine(table);
    }
}
