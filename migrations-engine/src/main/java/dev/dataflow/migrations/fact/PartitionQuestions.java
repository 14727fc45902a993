package dev.dataflow.migrations.fact;

import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.PartitionOf;
import dev.dataflow.migrations.wording.Amount;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a partition of PostgreSQL that comes needs to know about the rows of the default one: those that would belong to it. */
final class PartitionQuestions {

    private static final String VALUE = "('(?:[^']|'')*'|[^,'()]+)";
    private static final Pattern KEY = Pattern.compile("(RANGE|LIST) \\((\"(?:[^\"]|\"\")+\"|[^ ,()\"]+)\\)");
    private static final Pattern RANGE = Pattern.compile("FOR VALUES FROM \\(" + VALUE + "\\) TO \\(" + VALUE + "\\)");
    private static final Pattern LIST = Pattern.compile("FOR VALUES IN \\((" + VALUE + "(?:, " + VALUE + ")*)\\)");
    private static final Pattern NULLS = Pattern.compile("(?:^|, )NULL(?=,|$)");

    private final SchemaDiff diff;
    private final CurrentNames names;

    PartitionQuestions(SchemaDiff diff, CurrentNames names) {
        this.diff = diff;
        this.names = names;
    }

    List<Question> of(TableChange.Create create) {
        PartitionOf partition = create.created().partitionOf();
        if (partition == null
                || partition.holdsOtherRows()
                || partition.parent().schema() != null
                || names.isCreated(partition.parent().name())) {
            return List.of();
        }
        String parent = names.table(partition.parent().name());
        return diff.before().tables().stream()
                .filter(table ->
                        table.partitionOf() != null && table.partitionOf().isDefaultOf(parent))
                .map(table -> question(create, table.name(), condition(parent, partition.bound())))
                .toList();
    }

    private static Question question(TableChange.Create create, String table, Optional<String> condition) {
        Amount words = Amount.of(
                "row of the default partition " + table + " that belongs to ",
                "rows of the default partition " + table + " that belong to ",
                create.table());
        return new Question(
                Question.Effect.FAILS,
                create,
                table,
                words,
                condition.isPresent() ? Question.Form.CONDITION : Question.Form.NONE,
                condition.orElse(""));
    }

    /** Which rows it holds; empty where that is by more than one column, or by an expression. */
    private Optional<String> condition(String parent, String bound) {
        Matcher key = KEY.matcher(diff.before()
                .table(parent)
                .flatMap(table -> Optional.ofNullable(table.partitioning()))
                .map(each -> each.key())
                .orElse(""));
        if (!key.matches()) {
            return Optional.empty();
        }
        String column = key.group(2);
        Matcher range = RANGE.matcher(bound);
        if (range.matches()) {
            String from = range.group(1).equals("MINVALUE") ? "" : " AND " + column + " >= " + range.group(1);
            String to = range.group(2).equals("MAXVALUE") ? "" : " AND " + column + " < " + range.group(2);
            return Optional.of(column + " IS NOT NULL" + from + to);
        }
        Matcher list = LIST.matcher(bound);
        if (!list.matches()) {
            return Optional.empty();
        }
        boolean nulls = NULLS.matcher(list.group(1)).find();
        return Optional.of(
                "(" + column + " IN (" + list.group(1) + ")" + (nulls ? " OR " + column + " IS NULL" : "") + ")");
    }
}
