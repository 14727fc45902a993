package dev.dataflow.migrations.script;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.PartitionOf;
import dev.dataflow.migrations.schema.Policy;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How PostgreSQL writes a table, and what belongs to it. */
final class PostgresTableText {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private final Table table;
    private final String quoted;

    PostgresTableText(Table table) {
        this.table = table;
        this.quoted = QUOTING.quote(table.name());
    }

    /** The table, without what can only be said when others are there. */
    Creation creation() {
        StringBuilder text = new StringBuilder("CREATE ")
                .append(table.options().containsKey("persistence") ? "UNLOGGED " : "")
                .append("TABLE ")
                .append(quoted);
        PartitionOf partition = table.partitionOf();
        List<String> lines = lines(partition != null);
        String body = lines.isEmpty() && partition != null
                ? ""
                : lines.stream().collect(Collectors.joining(",\n  ", " (\n  ", "\n)"));
        if (partition != null) {
            text.append(" PARTITION OF ").append(QUOTING.quote(partition.parent()));
        }
        text.append(lines.isEmpty() && partition == null ? " ()" : body);
        if (partition != null) {
            text.append(' ').append(partition.bound());
        }
        if (!table.parents().isEmpty()) {
            text.append(
                    table.parents().stream().map(QUOTING::quote).collect(Collectors.joining(", ", " INHERITS (", ")")));
        }
        if (table.partitioning() != null) {
            text.append(" PARTITION BY ").append(table.partitioning().key());
        }
        if (table.options().containsKey("access method")) {
            text.append(" USING ").append(QUOTING.quote(table.options().get("access method")));
        }
        text.append(PostgresKeyText.with(table.options()));
        return new Creation(table.name(), mentions(), text.toString());
    }

    /** What is said of the table when all tables and functions are there, and before any foreign key. */
    Stream<String> additions() {
        return Stream.of(
                        table.checks().stream()
                                .filter(check ->
                                        !check.validated() && !check.options().containsKey("enforced"))
                                .map(check -> alter("ADD " + PostgresKeyText.check(check) + " NOT VALID")),
                        table.columns().stream()
                                .flatMap(column -> PostgresColumnText.alterations(table.name(), column).stream()),
                        table.columns().stream()
                                .filter(column -> column.options().containsKey("not null"))
                                .map(column -> alter("ADD NOT NULL " + QUOTING.quote(column.name()) + " NOT VALID")),
                        table.indexes().stream().map(index -> PostgresKeyText.index(table.name(), index)))
                .flatMap(each -> each);
    }

    /** What is said when all keys and functions are there. */
    Stream<String> foreignKeys() {
        return table.foreignKeys().stream()
                .map(key -> alter("ADD " + PostgresKeyText.foreignKey(key) + (isOpen(key) ? " NOT VALID" : "")));
    }

    /** What is said at the end. */
    List<String> behaviour() {
        List<String> statements = new ArrayList<>();
        statements.addAll(PostgresTriggers.statements(quoted, table.triggers(), table.rules()));
        table.policies().forEach(policy -> statements.add(policy(policy)));
        String security = table.options().getOrDefault("row security", "");
        if (security.equals("enabled") || security.equals("forced")) {
            statements.add(alter("ENABLE ROW LEVEL SECURITY"));
        }
        if (security.startsWith("forced")) {
            statements.add(alter("FORCE ROW LEVEL SECURITY"));
        }
        String identity = table.options().get("replica identity");
        if (identity != null) {
            statements.add(alter("REPLICA IDENTITY "
                    + (identity.startsWith("index ")
                            ? "USING INDEX " + QUOTING.quote(identity.substring(6))
                            : identity)));
        }
        comment(statements, "TABLE " + quoted, table.options());
        for (Column column : table.columns()) {
            comment(statements, "COLUMN " + quoted + "." + QUOTING.quote(column.name()), column.options());
        }
        for (Index index : table.indexes()) {
            comment(statements, "INDEX " + QUOTING.quote(index.name()), index.options());
        }
        return statements;
    }

    static void comment(List<String> statements, String object, Map<String, String> options) {
        if (options.containsKey("comment")) {
            statements.add("COMMENT ON " + object + " IS " + literal(options.get("comment")));
        }
    }

    static String literal(String text) {
        String doubled = text.replace("'", "''");
        return text.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    private List<String> lines(boolean partition) {
        List<String> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            lines.add(partition ? PostgresColumnText.ofPartition(column) : PostgresColumnText.of(column));
        }
        if (table.primaryKey() != null) {
            lines.add(PostgresKeyText.primaryKey(table.primaryKey()));
        }
        table.uniques().forEach(unique -> lines.add(PostgresKeyText.unique(unique)));
        table.checks().stream()
                .filter(check -> check.validated() || check.options().containsKey("enforced"))
                .forEach(check -> lines.add(PostgresKeyText.check(check)));
        table.exclusions()
                .forEach(each -> lines.add("CONSTRAINT " + QUOTING.quote(each.name()) + " " + each.definition()));
        return lines;
    }

    private List<String> mentions() {
        List<String> mentions = new ArrayList<>();
        for (Column column : table.columns()) {
            mentions.add(column.type().sql());
            Stream.of(
                            column.defaultValue(),
                            column.generated() == null
                                    ? null
                                    : column.generated().expression())
                    .filter(Objects::nonNull)
                    .forEach(mentions::add);
        }
        table.checks().stream().map(Check::expression).forEach(mentions::add);
        table.exclusions().forEach(each -> mentions.add(each.definition()));
        table.parents().forEach(each -> mentions.add(each.name()));
        if (table.partitionOf() != null) {
            mentions.add(table.partitionOf().parent().name());
        }
        return mentions;
    }

    private static String policy(String quoted, Policy policy) {
        return "CREATE POLICY " + QUOTING.quote(policy.name()) + " ON " + quoted + " AS "
                + (policy.permissive() ? "PERMISSIVE" : "RESTRICTIVE") + " FOR " + policy.command() + " TO "
                + policy.roles().stream()
                        .map(role -> role.equals("public") ? "PUBLIC" : QUOTING.quote(role))
                        .collect(Collectors.joining(", "))
                + (policy.using() == null ? "" : " USING (" + policy.using() + ")")
                + (policy.check() == null ? "" : " WITH CHECK (" + policy.check() + ")");
    }

    private String policy(Policy policy) {
        return policy(quoted, policy);
    }

    private static boolean isOpen(ForeignKey key) {
        return !key.validated() && !key.options().containsKey("enforced");
    }

    private String alter(String action) {
        return "ALTER TABLE " + quoted + " " + action;
    }
}
