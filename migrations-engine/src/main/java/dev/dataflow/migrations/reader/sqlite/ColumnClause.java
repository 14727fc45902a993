package dev.dataflow.migrations.reader.sqlite;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Deferral;
import dev.dataflow.migrations.schema.Generated;
import dev.dataflow.migrations.schema.Identity;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.TableBuilder;
import dev.dataflow.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One column in CREATE TABLE, with the constraints that stand in it. */
final class ColumnClause {

    private static final Set<String> CONSTRAINTS =
            Set.of("CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "AS");

    private final Cursor cursor;
    private final TableBuilder table;
    private Column column;

    private ColumnClause(Cursor cursor, TableBuilder table) {
        this.cursor = cursor;
        this.table = table;
        this.column = Column.of(cursor.name(), type());
    }

    static void read(Cursor cursor, TableBuilder table) {
        ColumnClause clause = new ColumnClause(cursor, table);
        while (!cursor.peek().isSymbol(",") && !cursor.peek().isSymbol(")")) {
            clause.constraint();
        }
        table.column(clause.column);
    }

    private ColumnType type() {
        StringBuilder words = new StringBuilder();
        while (cursor.peek().isName() && !isConstraint(cursor.peek())) {
            words.append(cursor.next().text()).append(' ');
        }
        if (!words.isEmpty() && cursor.peek().isSymbol("(")) {
            words.append('(').append(Expressions.of(cursor.parenthesised())).append(')');
        }
        return ColumnType.of(DatabaseEngine.SQLITE, words.toString());
    }

    private boolean isConstraint(Token token) {
        return token.kind() == Token.Kind.WORD
                && (CONSTRAINTS.contains(token.text().toUpperCase(Locale.ROOT))
                        || token.is("GENERATED") && cursor.peek(1).is("ALWAYS"));
    }

    private void constraint() {
        String name = cursor.skip("CONSTRAINT") ? cursor.name() : null;
        List<String> own = List.of(column.name());
        if (cursor.skip("PRIMARY", "KEY")) {
            primaryKey(name);
        } else if (cursor.skip("NOT", "NULL")) {
            column = column.withNullable(false);
            conflict("not null conflict");
        } else if (cursor.skip("NULL")) {
            Conflict.read(cursor); // what it is anyway
        } else if (cursor.skip("UNIQUE")) {
            table.unique(new UniqueKey(
                    name, UniqueKey.of(null, own).parts(), List.of(), true, Deferral.NONE, Conflict.read(cursor)));
        } else if (cursor.skip("CHECK")) {
            table.check(Check.of(name, Expressions.of(cursor.parenthesised())));
            Conflict.read(cursor); // it is read and does nothing
        } else if (cursor.skip("DEFAULT")) {
            column = column.withDefault(defaultValue());
        } else if (cursor.skip("COLLATE")) {
            String collation = cursor.name().toUpperCase(Locale.ROOT);
            column = column.withCollation(collation.equals("BINARY") ? null : collation);
        } else if (cursor.skip("REFERENCES")) {
            table.foreignKey(ForeignKeyClause.read(cursor, name, own));
        } else if (cursor.skip("GENERATED", "ALWAYS", "AS") || cursor.skip("AS")) {
            String expression = Expressions.of(cursor.parenthesised());
            boolean stored = cursor.skip("STORED");
            cursor.skip("VIRTUAL");
            column = column.withGenerated(new Generated(expression, stored));
        } else if (name == null) {
            throw cursor.unexpected("a constraint");
        }
    }

    private void primaryKey(@Nullable String name) {
        boolean descending = cursor.skip("DESC");
        cursor.skip("ASC");
        Map<String, String> options = new TreeMap<>(Conflict.read(cursor));
        if (cursor.skip("AUTOINCREMENT")) {
            column = column.withIdentity(Identity.AUTO_INCREMENT);
        }
        if (descending) {
            options.put("place", "column"); // the row's id with another spelling, and no row's id with this one
        }
        table.primaryKey(new PrimaryKey(
                name,
                List.of(KeyParts.part(column.name(), null, descending, null)),
                List.of(),
                Deferral.NONE,
                new TreeMap<>(options)));
    }

    private void conflict(String option) {
        String conflict = Conflict.read(cursor).get(Conflict.OPTION);
        if (conflict != null) {
            Map<String, String> options = new TreeMap<>(column.options());
            options.put(option, conflict);
            column = column.withOptions(options);
        }
    }

    private String defaultValue() {
        if (cursor.peek().isSymbol("(")) {
            return Expressions.of(cursor.parenthesised());
        }
        List<Token> tokens = new ArrayList<>();
        String sign = "";
        if (cursor.peek().isSymbol("-") || cursor.peek().isSymbol("+")) {
            sign = cursor.next().text();
        }
        tokens.add(cursor.next());
        return (sign.equals("-") ? sign : "") + Expressions.of(tokens);
    }
}
