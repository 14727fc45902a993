package dev.dataflow.migrations.analysis;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.analysis.text.Token;
import dev.dataflow.migrations.identifier.NameRule;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.MaterialisedView;
import dev.dataflow.migrations.schema.PartitionOf;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds tables and columns by their names, as the database compares names, and refuses those that are not there. */
final class SchemaNames {

    private final Schema schema;
    private final NameRule rule;
    private final Map<String, Table> tables = new HashMap<>();

    SchemaNames(Schema schema) {
        this.schema = schema;
        rule = NameRule.of(schema.engine());
        schema.tables().forEach(table -> tables.put(rule.table(table.name()), table));
    }

    /** The table of a name. */
    Table table(String name) {
        Table table = tables.get(rule.table(name));
        if (table == null) {
            throw refusal(
                    ErrorCode.TABLE_UNKNOWN,
                    "there is no table `" + name + "` in the schema",
                    name,
                    schema.tables().stream().map(Table::name).toList());
        }
        return table;
    }

    /** The table of a name; empty when there is none. */
    Optional<Table> find(String name) {
        return Optional.ofNullable(tables.get(rule.table(name)));
    }

    /** The column of a table, or of the one it is a partition of or inherits from, which is where those stand. */
    Column column(Table table, String name) {
        return findColumn(table, name)
                .orElseThrow(() -> refusal(
                        ErrorCode.COLUMN_UNKNOWN,
                        "there is no column `" + name + "` in table `" + table.name() + "`",
                        name,
                        table.columns().stream().map(Column::name).toList()));
    }

    /** The column of a name; empty when there is none. */
    Optional<Column> findColumn(Table table, String name) {
        Optional<Column> own = table.columns().stream()
                .filter(each -> isColumn(each.name(), name))
                .findFirst();
        return own.isPresent()
                ? own
                : Stream.concat(
                                Stream.ofNullable(table.partitionOf()).map(PartitionOf::parent),
                                table.parents().stream())
                        .filter(parent -> parent.schema() == null)
                        .flatMap(parent -> find(parent.name()).stream())
                        .flatMap(parent -> findColumn(parent, name).stream())
                        .findFirst();
    }

    ForeignKey foreignKey(Table table, String name) {
        return table.foreignKeys().stream()
                .filter(each -> KeyLink.name(each).equals(name))
                .findFirst()
                .orElseThrow(() -> refusal(
                        ErrorCode.FOREIGN_KEY_UNKNOWN,
                        "table `" + table.name() + "` has no foreign key `" + name + "`",
                        name,
                        table.foreignKeys().stream().map(KeyLink::name).toList()));
    }

    /** Refuses a name that something has that is seen where tables are. */
    void requireFree(String from, String to) {
        List<String> taken = new ArrayList<>();
        schema.tables().forEach(each -> taken.add(each.name()));
        schema.views().stream().map(View::name).forEach(taken::add);
        schema.materialisedViews().stream().map(MaterialisedView::name).forEach(taken::add);
        schema.sequences().forEach(each -> taken.add(each.name()));
        if (taken.stream().anyMatch(each -> isTable(each, to))) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.RENAME_CONTRADICTION,
                            "table `" + from + "` cannot get the name `" + to
                                    + "`: the schema has something of that name",
                            "tables, views and sequences share their names",
                            "choose a name that is free"),
                    null);
        }
    }

    boolean isTable(String name, String other) {
        return rule.table(name).equals(rule.table(other));
    }

    boolean isColumn(String name, String other) {
        return rule.column(name).equals(rule.column(other));
    }

    boolean has(List<String> columns, @Nullable String column) {
        return column != null && columns.stream().anyMatch(each -> isColumn(each, column));
    }

    /** Whether a token can mean a table. */
    boolean isTable(Token token, String table) {
        return token.isName() && isTable(folded(token), table);
    }

    /** Whether a token can mean a column. */
    boolean isColumn(Token token, String column) {
        return token.isName() && isColumn(folded(token), column);
    }

    private String folded(Token token) {
        return schema.engine() == DatabaseEngine.POSTGRESQL && token.kind() == Token.Kind.WORD
                ? token.text().toLowerCase(Locale.ROOT)
                : token.text();
    }

    private static SchemaException refusal(ErrorCode code, String what, String name, List<String> valid) {
        return new SchemaException(
                new Problem(
                        code,
                        what
                                + NearestName.of(name, valid)
                                        .map(near -> " (did you mean `" + near + "`?)")
                                        .orElse(""),
                        valid.isEmpty()
                                ? "there are none"
                                : "there are "
                                        + String.join(
                                                ", ",
                                                Stream.concat(
                                                                valid.stream().limit(20),
                                                                valid.size() > 20 ? Stream.of("…") : Stream.empty())
                                                        .toList()),
                        "use the name that the database has"),
                null);
    }
}
