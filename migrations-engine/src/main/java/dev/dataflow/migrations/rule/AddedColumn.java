package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.schema.Domain;
import dev.dataflow.migrations.statement.Action;
import dev.dataflow.migrations.statement.Part;
import dev.dataflow.migrations.statement.Trait;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What makes a column that comes a matter of all rows. */
final class AddedColumn {

    private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)\\s*\\(");

    /** The same for all rows of a statement, and types, which look like calls. */
    private static final Set<String> STABLE = Set.of(
            "now",
            "current_timestamp",
            "localtimestamp",
            "current_time",
            "localtime",
            "transaction_timestamp",
            "statement_timestamp",
            "current_setting",
            "current_database",
            "current_schema",
            "varchar",
            "character",
            "varying",
            "char",
            "numeric",
            "decimal",
            "timestamp",
            "timestamptz",
            "time",
            "interval",
            "bit");

    private AddedColumn() {}

    /** Whether it is neither computed nor counted up, and its default is the same for all rows. */
    static boolean isPlain(Occurrence occurrence) {
        return !occurrence.has(Trait.STORED)
                && !occurrence.has(Trait.VIRTUAL)
                && !occurrence.has(Trait.IDENTITY)
                && !hasVolatileDefault(occurrence)
                && !isOfCheckedDomain(occurrence);
    }

    /** Whether its default may be another value for each row; a function that is not known may. */
    static boolean hasVolatileDefault(Occurrence occurrence) {
        String value = occurrence.operation().part(Part.DEFAULT).orElse("");
        String code = TEXT.matcher(value).replaceAll("''").toLowerCase(Locale.ROOT);
        if (occurrence.engine() == DatabaseEngine.SQLITE) {
            return code.contains("(") || code.startsWith("current_");
        }
        if (occurrence.isOn(EngineFamily.MYSQL) && code.startsWith("(")) {
            return true;
        }
        Matcher call = CALL.matcher(code);
        while (call.find()) {
            if (!STABLE.contains(call.group(1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether its type is a domain that has a check or is NOT NULL. */
    static boolean isOfCheckedDomain(Occurrence occurrence) {
        if (!occurrence.is(Action.ADD_COLUMN) || occurrence.engine() != DatabaseEngine.POSTGRESQL) {
            return false;
        }
        String type = occurrence.operation().part(Part.TYPE).orElse("").replace("\"", "");
        Stream<Domain> domains = Stream.concat(
                occurrence.context().diff().before().domains().stream(),
                occurrence.context().diff().after().domains().stream());
        return domains.anyMatch(
                domain -> domain.name().equals(type) && (!domain.checks().isEmpty() || !domain.nullable()));
    }
}
