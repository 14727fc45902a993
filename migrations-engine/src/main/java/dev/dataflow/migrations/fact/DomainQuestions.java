package dev.dataflow.migrations.fact;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.Domain;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.wording.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What domains of PostgreSQL need to know about rows: NULLs and values that they do not take. */
final class DomainQuestions {

    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[\\p{L}\\p{N}_$]+");

    private final SchemaDiff diff;
    private final CurrentNames names;

    DomainQuestions(SchemaDiff diff, CurrentNames names) {
        this.diff = diff;
        this.names = names;
    }

    /** The type that a column has below all domains. */
    static ColumnType base(Schema schema, ColumnType type) {
        List<Domain> domains = domains(schema, type);
        return domains.isEmpty() ? type : domains.get(domains.size() - 1).type();
    }

    /** What a column holds where nothing else is said, as an expression; null for NULL. */
    static @Nullable String defaultOf(Schema schema, Column column) {
        return column.defaultValue() != null
                ? column.defaultValue()
                : domains(schema, column.type()).stream()
                        .flatMap(domain -> Stream.ofNullable(domain.defaultValue()))
                        .findFirst()
                        .orElse(null);
    }

    /** The questions of a column that comes. */
    List<Question> added(ColumnChange.Add add) {
        Column column = add.column();
        List<Domain> domains = domains(diff.after(), column.type());
        boolean computed = column.generated() != null || column.identity() != null;
        String value = defaultOf(diff.after(), column);
        String misfit = " of " + add.table() + ", whose " + column.name() + " does not fit ";
        List<Question> questions = new ArrayList<>();
        for (Domain domain : domains) {
            if (computed && (!domain.nullable() || !domain.checks().isEmpty())) {
                questions.add(question(add, add.table(), rows(misfit + domain.name()), Question.Form.NONE, ""));
                continue;
            }
            if (!computed && value == null && !domain.nullable() && column.nullable()) {
                questions.add(question(add, add.table(), rowsWithoutValue(add), Question.Form.CONDITION, "1 = 1"));
            }
            String constant = "CAST((" + (value == null ? "NULL" : value) + ") AS "
                    + base(diff.after(), domain.type()).sql() + ")";
            for (Check check : domain.checks()) {
                questions.add(question(
                        add,
                        add.table(),
                        rows(misfit + domain.name()),
                        Question.Form.CONDITION,
                        violates(check, constant)));
            }
        }
        return questions;
    }

    /**
     * The questions of a column that gets the type of a domain.
     *
     * @param column the column's current name, quoted
     */
    List<Question> converted(ColumnChange.Alter alter, String column) {
        List<Question> questions = new ArrayList<>();
        List<Domain> before = domains(diff.before(), alter.before().type());
        for (Domain domain : domains(diff.after(), alter.after().type())) {
            if (!before.contains(domain)) {
                String value = "CAST(" + column + " AS "
                        + base(diff.after(), domain.type()).sql() + ")";
                conditions(domain, column, value)
                        .forEach(condition -> questions.add(question(
                                alter,
                                alter.table(),
                                words(alter.table(), alter.after().name(), domain),
                                Question.Form.CONDITION,
                                condition)));
            }
        }
        return questions;
    }

    /** The questions of a domain that takes less than before, for each column of it. One that gets another type is asked of by itself. */
    List<Question> altered(DomainChange.Alter alter) {
        Domain after = alter.after();
        Domain added = new Domain(
                after.name(),
                after.type(),
                !alter.isFilled(),
                null,
                null,
                alter.added().stream().filter(Check::validated).toList(),
                after.options());
        List<Question> questions = new ArrayList<>();
        for (Table table : tables(diff.before(), after.name())) {
            for (Column column : table.columns()) {
                if (isOf(diff.before(), column, after.name()) && !isConverted(table, column)) {
                    String quoted = Quoting.DOUBLE_QUOTES.quote(column.name());
                    String value = "CAST(" + quoted + " AS "
                            + base(diff.before(), column.type()).sql() + ")";
                    conditions(added, quoted, value)
                            .forEach(condition -> questions.add(new Question(
                                    Question.Effect.FAILS,
                                    alter,
                                    table.name(),
                                    words(table.name(), column.name(), after),
                                    Question.Form.CONDITION,
                                    condition)));
                }
            }
        }
        return questions;
    }

    /** The tables that have a column of a domain, or of one above it. */
    static List<Table> tables(Schema schema, String domain) {
        return schema.tables().stream()
                .filter(table -> table.columns().stream().anyMatch(column -> isOf(schema, column, domain)))
                .toList();
    }

    private static boolean isOf(Schema schema, Column column, String domain) {
        return domains(schema, column.type()).stream()
                .anyMatch(each -> each.name().equals(domain));
    }

    private boolean isConverted(Table table, Column column) {
        return diff.changes().stream()
                .anyMatch(change -> change instanceof ColumnChange.Alter alter
                        && alter.aspect() == ColumnAspect.TYPE
                        && names.table(alter.table()).equals(table.name())
                        && names.column(alter.table(), alter.after().name()).equals(column.name()));
    }

    /** Conditions of rows that a domain does not take. */
    private static List<String> conditions(Domain domain, String column, String value) {
        List<String> conditions = new ArrayList<>();
        if (!domain.nullable()) {
            conditions.add(column + " IS NULL");
        }
        domain.checks().forEach(check -> conditions.add(violates(check, value)));
        return conditions;
    }

    private static String violates(Check check, String value) {
        Matcher token = TOKEN.matcher(check.expression());
        return "NOT ("
                + token.replaceAll(found ->
                        Matcher.quoteReplacement(found.group().equalsIgnoreCase("VALUE") ? value : found.group()))
                + ")";
    }

    /** Rows for which a column that comes has no value. */
    static Amount rowsWithoutValue(ColumnChange.Add add) {
        return Amount.of(
                "row of " + add.table() + ", which has",
                "rows of " + add.table() + ", which have",
                " no value for " + add.column().name());
    }

    private static Amount rows(String which) {
        return Amount.of("row", "rows", which);
    }

    private static Amount words(String table, String column, Domain domain) {
        String of = " of " + table + "." + column;
        return Amount.of("value" + of + " that does not fit ", "values" + of + " that do not fit ", domain.name());
    }

    /** The domain that a type is, and the one below it, and so on. */
    private static List<Domain> domains(Schema schema, ColumnType type) {
        List<Domain> found = new ArrayList<>();
        ColumnType below = type;
        while (below != null) {
            String name = below.array() ? "" : below.name().replace("\"", "");
            Domain domain = schema.domains().stream()
                    .filter(each -> each.name().equals(name) && !found.contains(each))
                    .findFirst()
                    .orElse(null);
            below = domain == null ? null : domain.type();
            if (domain != null) {
                found.add(domain);
            }
        }
        return found;
    }

    private Question question(Change change, String table, Amount words, Question.Form form, String sql) {
        return new Question(Question.Effect.FAILS, change, names.table(table), words, form, sql);
    }
}
