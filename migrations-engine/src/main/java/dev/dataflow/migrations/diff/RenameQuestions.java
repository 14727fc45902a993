package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnName;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.wording.Amount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds what may be a rename that nobody has said anything about. */
final class RenameQuestions {

    private final Schema before;
    private final Schema after;
    private final Renames renames;
    private final Heirs oldHeirs;
    private final Heirs newHeirs;
    private final ValueLikeness values;

    RenameQuestions(Schema before, Schema after, Renames renames, ValueStatistics statistics) {
        this.before = before;
        this.after = after;
        this.renames = renames;
        oldHeirs = new Heirs(before);
        newHeirs = new Heirs(after);
        values = new ValueLikeness(statistics);
    }

    /** The questions about tables that are gone, then those about columns. */
    List<RenameQuestion> all() {
        List<RenameQuestion> questions = new ArrayList<>();
        List<Table> created = after.tables().stream()
                .filter(table -> before.table(table.name()).isEmpty())
                .toList();
        for (Table table : before.tables()) {
            RenameHints.DropHint hint = new RenameHints.DropHint(renames.oldTable(table.name()), "");
            if (after.table(table.name()).isEmpty()) {
                ask(questions, hint, created.stream().flatMap(each -> alike(table, each)));
            } else {
                columns(questions, table, after.table(table.name()).orElseThrow());
            }
        }
        return questions;
    }

    private void columns(List<RenameQuestion> questions, Table from, Table to) {
        List<Column> added = to.columns().stream()
                .filter(column -> oldHeirs.column(from.name(), column.name()).isEmpty())
                .toList();
        for (Column column : from.columns()) {
            if (newHeirs.column(to.name(), column.name()).isEmpty() && column.generated() == null) {
                String old = renames.oldColumn(from.name(), column.name());
                RenameHints.DropHint hint = new RenameHints.DropHint(renames.oldTable(from.name()), old);
                ask(questions, hint, added.stream().flatMap(each -> alike(from, column, to, each)));
            }
        }
    }

    private void ask(List<RenameQuestion> questions, RenameHints.DropHint hint, Stream<RenameCandidate> candidates) {
        List<RenameCandidate> likely = candidates
                .sorted(Comparator.comparing(RenameCandidate::score).reversed().thenComparing(RenameCandidate::to))
                .toList();
        if (!likely.isEmpty() && !renames.isDropped(hint)) {
            questions.add(new RenameQuestion(hint, likely));
        }
    }

    private static Stream<RenameCandidate> alike(Table from, Table to) {
        Likeness likeness = new Likeness();
        long same = from.columns().stream()
                .filter(column -> to.column(column.name())
                        .filter(each -> each.type().equals(column.type()))
                        .isPresent())
                .count();
        int most = Math.max(Math.max(from.columns().size(), to.columns().size()), 1);
        likeness.count(
                same > 0, (int) (60 * same / most), same + " of " + Amount.of(most, "column", "columns") + " alike");
        likeness.countNames(from.name(), to.name(), 25);
        List<String> targets = targets(from);
        likeness.count(targets.equals(targets(to)), 10, targets.isEmpty() ? "" : "same foreign keys");
        likeness.count(from.keys().equals(to.keys()), 5, from.keys().isEmpty() ? "" : "same keys");
        return likeness.isWorthAsking() ? Stream.of(likeness.candidate(to.name(), "")) : Stream.empty();
    }

    private Stream<RenameCandidate> alike(Table from, Column before, Table to, Column after) {
        Likeness likeness = new Likeness();
        boolean same = before.type().equals(after.type());
        likeness.count(same, 35, "same type");
        likeness.count(!same && before.type().name().equals(after.type().name()), 25, "types of one name");
        likeness.countNames(before.name(), after.name(), 30);
        likeness.count(before.nullable() == after.nullable(), 5, "same nullability");
        likeness.count(from.columns().indexOf(before) == to.columns().indexOf(after), 10, "same position");
        long indexes = indexes(from, before);
        likeness.count(indexes == indexes(to, after), 10, indexes == 0 ? "" : "as many indexes");
        List<String> targets = targets(from, before);
        likeness.count(targets.equals(targets(to, after)), 10, targets.isEmpty() ? "" : "same foreign keys");
        if (!likeness.isWorthAsking()) {
            return Stream.empty();
        }
        String table = renames.oldTable(from.name());
        ColumnName old = new ColumnName(table, renames.oldColumn(from.name(), before.name()));
        values.count(likeness, old, to.name(), after);
        return Stream.of(likeness.candidate(to.name(), after.name()));
    }

    private static long indexes(Table table, Column column) {
        return Stream.concat(table.keys().stream(), table.indexes().stream().map(index -> index.columns()))
                .filter(columns -> columns.contains(column.name()))
                .count();
    }

    private static List<String> targets(Table table, Column column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().contains(column.name()))
                .map(key -> key.target().toString())
                .sorted()
                .toList();
    }

    private static List<String> targets(Table table) {
        return table.foreignKeys().stream()
                .map(key -> key.columns() + " " + key.target())
                .sorted()
                .toList();
    }
}
