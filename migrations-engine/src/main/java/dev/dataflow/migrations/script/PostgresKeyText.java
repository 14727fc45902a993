package dev.dataflow.migrations.script;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Deferral;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.NullOrder;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.UniqueKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL writes keys, indexes and checks. */
final class PostgresKeyText {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private PostgresKeyText() {}

    static String primaryKey(PrimaryKey key) {
        return named(key.name()) + "PRIMARY KEY " + columns(key.columns(), key.options()) + include(key.include())
                + with(key.options()) + deferral(key.deferral());
    }

    static String unique(UniqueKey key) {
        return named(key.name()) + "UNIQUE " + (key.nullsDistinct() ? "" : "NULLS NOT DISTINCT ")
                + columns(key.columns(), key.options()) + include(key.include()) + with(key.options())
                + deferral(key.deferral());
    }

    static String check(Check check) {
        return named(check.name()) + "CHECK (" + check.expression() + ")"
                + (check.options().containsKey("no inherit") ? " NO INHERIT" : "") + enforced(check.options());
    }

    static String foreignKey(ForeignKey key) {
        String period = key.options().containsKey("period") ? "PERIOD " : "";
        String deleted = key.options().get("delete columns");
        return named(key.name()) + "FOREIGN KEY (" + last(key.columns(), period) + ") REFERENCES "
                + QUOTING.quote(key.target()) + " (" + last(key.targetColumns(), period) + ")"
                + (key.options().containsKey("match") ? " MATCH FULL" : "") + " ON UPDATE "
                + key.onUpdate().sql() + " ON DELETE " + key.onDelete().sql()
                + (deleted == null ? "" : " (" + deleted + ")") + deferral(key.deferral()) + enforced(key.options());
    }

    static String index(String table, Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + QUOTING.quote(index.name()) + " ON "
                + (index.options().containsKey("only") ? "ONLY " : "") + QUOTING.quote(table) + " USING "
                + index.method() + " ("
                + index.parts().stream().map(PostgresKeyText::part).collect(Collectors.joining(", ")) + ")"
                + include(index.include()) + (index.nullsDistinct() ? "" : " NULLS NOT DISTINCT")
                + with(index.options()) + (index.where() == null ? "" : " WHERE " + index.where());
    }

    private static String part(KeyPart part) {
        String column = part.column();
        return (column != null ? QUOTING.quote(column) : "(" + part.expression() + ")")
                + (part.collation() == null ? "" : " COLLATE " + PostgresColumnText.collation(part.collation()))
                + (part.operatorClass() == null ? "" : " " + part.operatorClass())
                + (part.descending() ? " DESC" : "")
                + (part.nulls() == NullOrder.DEFAULT ? "" : " NULLS " + part.nulls());
    }

    private static String named(@Nullable String name) {
        return name == null ? "" : "CONSTRAINT " + QUOTING.quote(name) + " ";
    }

    private static String columns(List<String> columns, Map<String, String> options) {
        return "(" + QUOTING.quoteAll(columns) + (options.containsKey("without overlaps") ? " WITHOUT OVERLAPS)" : ")");
    }

    private static String last(List<String> columns, String word) {
        int last = columns.size() - 1;
        return word.isEmpty() || last == 0
                ? QUOTING.quoteAll(columns)
                : QUOTING.quoteAll(columns.subList(0, last)) + ", " + word + QUOTING.quote(columns.get(last));
    }

    private static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + QUOTING.quoteAll(columns) + ")";
    }

    static String with(Map<String, String> options) {
        return options.containsKey("with") ? " WITH (" + options.get("with") + ")" : "";
    }

    private static String enforced(Map<String, String> options) {
        return options.containsKey("enforced") ? " NOT ENFORCED" : "";
    }

    private static String deferral(Deferral deferral) {
        return switch (deferral) {
            case NONE -> "";
            case DEFERRABLE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }
}
