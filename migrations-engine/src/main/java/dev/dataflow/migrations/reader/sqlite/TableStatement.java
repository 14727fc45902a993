package dev.dataflow.migrations.reader.sqlite;

import dev.dataflow.migrations.identifier.OwnQualifier;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Deferral;
import dev.dataflow.migrations.schema.Identity;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TableBuilder;
import dev.dataflow.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads CREATE TABLE, which SQLite keeps as it was written and changes by itself when the table is altered. */
final class TableStatement {

    private final Cursor cursor;
    private final TableBuilder table;
    private @Nullable String counted;

    private TableStatement(String name, String sql) {
        this.cursor = new Cursor(sql);
        this.table = Table.named(name);
    }

    static Table read(String name, String sql) {
        return new TableStatement(name, sql).read();
    }

    private Table read() {
        cursor.expect("CREATE");
        if (cursor.skip("VIRTUAL", "TABLE")) {
            cursor.qualifiedName();
            cursor.expect("USING");
            return table.option("virtual", cursor.rest()).build();
        }
        cursor.expect("TABLE");
        cursor.qualifiedName();
        cursor.expectSymbol("(");
        do {
            // commas between constraints may be left out
            while (isConstraint()) {
                constraint();
            }
            if (!cursor.peek().isSymbol(",") && !cursor.peek().isSymbol(")")) {
                ColumnClause.read(cursor, table);
            }
        } while (cursor.skipSymbol(","));
        cursor.expectSymbol(")");
        do {
            if (cursor.skip("WITHOUT", "ROWID")) {
                table.option("without rowid", "true");
            } else if (cursor.skip("STRICT")) {
                table.option("strict", "true");
            }
        } while (cursor.skipSymbol(","));
        return completed(table.build());
    }

    private boolean isConstraint() {
        return cursor.peek().is("CONSTRAINT")
                || cursor.peek().is("PRIMARY") && cursor.peek(1).is("KEY")
                || cursor.peek().is("UNIQUE") && cursor.peek(1).isSymbol("(")
                || cursor.peek().is("CHECK") && cursor.peek(1).isSymbol("(")
                || cursor.peek().is("FOREIGN") && cursor.peek(1).is("KEY");
    }

    private void constraint() {
        String name = cursor.skip("CONSTRAINT") ? cursor.name() : null;
        if (cursor.skip("PRIMARY", "KEY")) {
            boolean counts = cursor.peek(2).is("AUTOINCREMENT");
            List<KeyPart> parts = KeyParts.read(cursor);
            counted = counts ? parts.get(0).column() : counted;
            table.primaryKey(new PrimaryKey(name, parts, List.of(), Deferral.NONE, Conflict.read(cursor)));
        } else if (cursor.skip("UNIQUE")) {
            List<KeyPart> parts = KeyParts.read(cursor);
            table.unique(new UniqueKey(name, parts, List.of(), true, Deferral.NONE, Conflict.read(cursor)));
        } else if (cursor.skip("CHECK")) {
            table.check(Check.of(name, Expressions.of(cursor.parenthesised())));
            Conflict.read(cursor); // it is read and does nothing
        } else if (cursor.skip("FOREIGN", "KEY")) {
            List<String> columns = ForeignKeyClause.names(cursor);
            cursor.expect("REFERENCES");
            table.foreignKey(ForeignKeyClause.read(cursor, name, columns));
        }
    }

    /** Columns of a primary key cannot hold NULL where they are the row's id, or the table is strict or has no row ids. */
    private Table completed(Table statement) {
        OwnQualifier qualifier = new OwnQualifier(statement.name());
        Table read = statement
                .edit()
                .checks(statement.checks().stream()
                        .map(check -> check.withExpression(qualifier.replace(check.expression(), statement.name())))
                        .toList())
                .build();
        PrimaryKey key = read.primaryKey();
        if (key == null) {
            return read;
        }
        boolean all = read.options().containsKey("strict") || read.options().containsKey("without rowid");
        List<String> keyColumns = key.columns().stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .toList();
        List<Column> columns = new ArrayList<>();
        for (Column column : read.columns()) {
            boolean inKey = keyColumns.contains(column.name().toLowerCase(Locale.ROOT));
            boolean rowId = keyColumns.size() == 1
                    && column.type().sql().equals("INTEGER")
                    && !key.options().containsKey("place");
            Column complete = inKey && (all || rowId) ? column.withNullable(false) : column;
            columns.add(
                    column.name().equalsIgnoreCase(counted)
                            ? complete.withIdentity(Identity.AUTO_INCREMENT)
                            : complete);
        }
        return read.edit().columns(columns).build();
    }
}
