package dev.dataflow.migrations.rule;

import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Domain;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Part;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What is known of a column whose type changes. */
final class ColumnTypes {

    private ColumnTypes() {}

    static boolean is(Occurrence occurrence, TypeTransition transition) {
        return of(occurrence).filter(found -> found == transition).isPresent();
    }

    static boolean isUnknown(Occurrence occurrence) {
        return of(occurrence).isEmpty();
    }

    private static Optional<TypeTransition> of(Occurrence occurrence) {
        Optional<Column> before = occurrence.before();
        Optional<Column> after = occurrence.after();
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        SchemaDiff diff = occurrence.context().diff();
        Column from = stored(before.get(), diff.before(), false);
        Column to = stored(after.get(), diff.after(), true);
        boolean alike = from.type().equals(to.type())
                && !before.get().type().equals(after.get().type())
                && Objects.equals(from.collation(), to.collation());
        return Optional.of(alike ? TypeTransition.WIDENED : TypeTransition.of(occurrence.engine(), from, to));
    }

    /** A column with the type that is stored: below a domain, but not one whose conditions have to be looked at. */
    private static Column stored(Column column, Schema schema, boolean looks) {
        Column stored = column;
        for (int depth = 0; depth <= schema.domains().size(); depth++) {
            ColumnType type = stored.type();
            Optional<Domain> domain = schema.domains().stream()
                    .filter(each ->
                            !type.array() && each.name().equals(type.name().replace("\"", "")))
                    .filter(each -> !looks || each.nullable() && each.checks().isEmpty())
                    .findFirst();
            stored = domain.isPresent() ? stored.withType(domain.get().type()) : stored;
        }
        return stored;
    }

    /** Whether a foreign key is over it, or points to it. */
    static boolean isOfForeignKey(Occurrence occurrence) {
        String table = occurrence.operation().table();
        String column = String.valueOf(occurrence.operation().object());
        Optional<Table> own = occurrence.tableBefore();
        boolean child = own.map(Table::foreignKeys).orElse(List.of()).stream()
                .anyMatch(key -> key.columns().contains(column));
        boolean changes = occurrence.is(Action.ALTER_TYPE);
        return changes
                && (child
                        || occurrence.context().diff().before().tables().stream()
                                .flatMap(each -> each.foreignKeys().stream())
                                .anyMatch(key -> key.target().name().equals(table)
                                        && key.targetColumns().contains(column)));
    }

    /** Whether an index computes with it, or has it in its condition. */
    static boolean isInExpression(Occurrence occurrence) {
        Set<String> column = Set.of(String.valueOf(occurrence.operation().object()));
        return occurrence.tableBefore().map(Table::indexes).orElse(List.of()).stream()
                .anyMatch(index -> isInExpression(index, column));
    }

    private static boolean isInExpression(Index index, Set<String> column) {
        return Mentions.any(index.where(), column)
                || index.parts().stream().anyMatch(part -> Mentions.any(part.expression(), column));
    }

    /** Whether a cast to a type of texts with a length stands there. */
    static boolean cutsByCast(Occurrence occurrence) {
        ColumnType to = ColumnType.of(
                occurrence.engine(),
                occurrence.operation().part(Part.TYPE).orElse("text").replace(" ", ""));
        boolean casts = occurrence.operation().part(Part.EXPRESSION).orElse("").contains("::")
                || occurrence
                        .operation()
                        .part(Part.EXPRESSION)
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains("cast");
        boolean wider = is(occurrence, TypeTransition.WIDENED) || is(occurrence, TypeTransition.REWRITTEN);
        return casts && to.length() != null && !wider;
    }
}
