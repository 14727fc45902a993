package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Domain;
import dev.dataflow.migrations.script.PartText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What of a domain of PostgreSQL can become another: default, NOT NULL, checks and comment. */
final class PostgresDomains {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;
    private static final PartText TEXT = new PartText(DatabaseEngine.POSTGRESQL);

    private PostgresDomains() {}

    /** Whether there are statements; its type and collation stay for good. */
    static boolean isKnown(DomainChange.Alter change) {
        Domain before = change.before();
        Domain after = change.after();
        return before.type().equals(after.type())
                && Objects.equals(before.collation(), after.collation())
                && without(before.options()).equals(without(after.options()));
    }

    /** All statements; checks look at rows at once. */
    static List<String> statements(DomainChange.Alter change) {
        List<String> statements = declarations(change, false);
        change.added().stream()
                .filter(check -> isOpened(change, check))
                .forEach(check -> statements.add(validation(change, check)));
        return statements;
    }

    /**
     * The statements without those that validate.
     *
     * @param open whether checks that come are for values to come only
     */
    static List<String> declarations(DomainChange.Alter change, boolean open) {
        Domain before = change.before();
        Domain after = change.after();
        String alter = alter(change);
        List<String> statements = new ArrayList<>();
        before.checks().stream()
                .filter(check ->
                        !after.checks().contains(check) && !after.checks().contains(validated(check)))
                .forEach(check -> statements.add(alter + "DROP CONSTRAINT " + name(check)));
        if (!before.nullable() && after.nullable()) {
            statements.add(alter + "DROP NOT NULL");
        }
        if (!Objects.equals(before.defaultValue(), after.defaultValue())) {
            statements.add(
                    alter + (after.defaultValue() == null ? "DROP DEFAULT" : "SET DEFAULT " + after.defaultValue()));
        }
        if (change.isFilled()) {
            statements.add(alter + "SET NOT NULL");
        }
        change.added().stream()
                .filter(check -> !isOpened(change, check))
                .forEach(check -> statements.add(
                        alter + "ADD " + TEXT.check(check) + (open || !check.validated() ? " NOT VALID" : "")));
        if (!before.options().equals(after.options())) {
            statements.add(PostgresColumns.comment("DOMAIN " + QUOTING.quote(after.name()), after.options()));
        }
        return statements;
    }

    /** The statements that look at rows, where checks that come are for values to come only. */
    static List<String> validations(DomainChange.Alter change) {
        return change.added().stream()
                .filter(Check::validated)
                .map(check -> validation(change, check))
                .toList();
    }

    /** Whether a check is there for values to come, and is to be for all. */
    private static boolean isOpened(DomainChange.Alter change, Check check) {
        return change.before().checks().stream()
                .anyMatch(old -> !old.validated() && validated(old).equals(check));
    }

    private static Check validated(Check check) {
        return new Check(check.name(), check.expression(), true, check.options());
    }

    private static String validation(DomainChange.Alter change, Check check) {
        return alter(change) + "VALIDATE CONSTRAINT " + name(check);
    }

    private static String name(Check check) {
        return QUOTING.quote(String.valueOf(check.name()));
    }

    private static String alter(DomainChange.Alter change) {
        return "ALTER DOMAIN " + QUOTING.quote(change.name()) + " ";
    }

    private static Map<String, String> without(Map<String, String> options) {
        return options.entrySet().stream()
                .filter(each -> !each.getKey().equals("comment"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
