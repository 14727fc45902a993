package dev.dataflow.migrations.fact;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.KeyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What keys need to know about rows: duplicates, and rows that point nowhere. */
final class KeyQuestions {

    private final DatabaseEngine engine;
    private final Quoting quoting;
    private final @Nullable String schema;
    private final CurrentNames names;
    private final Set<String> converted;

    /**
     * Questions about keys.
     *
     * @param schema the schema that the tables lie in; empty for the connection's
     * @param converted the columns whose type or collation is another by then, as {@code table.column}
     */
    KeyQuestions(DatabaseEngine engine, String schema, CurrentNames names, Set<String> converted) {
        this.engine = engine;
        this.quoting = Quoting.of(engine);
        this.schema = schema.isEmpty() ? null : schema;
        this.names = names;
        this.converted = converted;
    }

    List<Question> duplicates(
            Change change, String table, List<KeyPart> parts, @Nullable String where, boolean nullsDistinct) {
        String list = parts.stream()
                .map(part -> part.column() == null ? "an expression" : part.column())
                .collect(Collectors.joining(", "));
        String words = "duplicates in " + table + " (" + list + ")";
        boolean settled = parts.stream().allMatch(part -> part.column() != null && isSettled(table, part.column()));
        if (!settled || where != null && names.isRenamedIn(table)) {
            return List.of(question(change, table, words, Question.Form.NONE, ""));
        }
        List<String> values = parts.stream().map(part -> value(table, part)).toList();
        List<String> conditions = new ArrayList<>();
        if (where != null) {
            conditions.add("(" + where + ")");
        }
        if (nullsDistinct) {
            values.forEach(value -> conditions.add(value + " IS NOT NULL"));
        }
        String sql = "SELECT count(*) FROM (SELECT 1 AS one FROM " + table(names.table(table))
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions)) + " GROUP BY "
                + String.join(", ", values) + " HAVING count(*) > 1) duplicates";
        return List.of(question(change, table, words, Question.Form.QUERY, sql));
    }

    List<Question> orphans(ForeignKeyChange.Add add) {
        ForeignKey key = add.key();
        String table = add.table();
        TableName target = key.target();
        String words =
                "rows of " + table + " (" + String.join(", ", key.columns()) + ") that point to no row of " + target;
        boolean here = target.schema() == null;
        boolean settled = key.columns().stream().allMatch(column -> isSettled(table, column))
                && (!here
                        || key.targetColumns().stream()
                                .allMatch(column -> names.isCreated(target.name()) || isSettled(target.name(), column)))
                && !key.targetColumns().isEmpty();
        if (!settled) {
            return List.of(question(add, table, words, Question.Form.NONE, ""));
        }
        List<String> columns = key.columns().stream()
                .map(column -> "child." + quoting.quote(names.column(table, column)))
                .toList();
        String pointing =
                columns.stream().map(column -> column + " IS NOT NULL").collect(Collectors.joining(" AND "));
        String sql = "SELECT count(*) FROM " + table(names.table(table)) + " child WHERE " + pointing;
        // each row that points to a table without rows points nowhere
        if (!here || !names.isCreated(target.name())) {
            List<String> same = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                String column = key.targetColumns().get(i);
                same.add("parent." + quoting.quote(here ? names.column(target.name(), column) : column) + " = "
                        + columns.get(i));
            }
            String parent = here ? table(names.table(target.name())) : quoting.quote(target);
            sql += " AND NOT EXISTS (SELECT 1 FROM " + parent + " parent WHERE " + String.join(" AND ", same) + ")";
        }
        return List.of(question(add, table, words, Question.Form.QUERY, sql));
    }

    /** Values of a column that is not there yet, or of another type by then, cannot be compared now. */
    private boolean isSettled(String table, String column) {
        return !names.isAdded(table, column) && !converted.contains(table + "." + column);
    }

    private String value(String table, KeyPart part) {
        String column = quoting.quote(names.column(table, String.valueOf(part.column())));
        if (part.prefix() != null) {
            return "LEFT(" + column + ", " + part.prefix() + ")";
        }
        String collation = part.collation();
        if (collation == null) {
            return column;
        }
        return column + " COLLATE "
                + (engine == DatabaseEngine.POSTGRESQL && !collation.startsWith("\"")
                        ? quoting.quote(collation)
                        : collation);
    }

    private String table(String name) {
        return quoting.quote(new TableName(schema, name));
    }

    private Question question(Change change, String table, String words, Question.Form form, String sql) {
        return new Question(Question.Effect.FAILS, change, names.table(table), words, form, sql);
    }
}
