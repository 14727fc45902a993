package dev.dataflow.migrations.planfile;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.StepGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A plan as SQL that Flyway runs, a file for each group of steps: {@code V7__split_name.sql}, or {@code V7.1__split_name.sql}
 * and so on where there are several. What must not run in Flyway's transaction has a {@code .sql.conf} beside it that says so.
 *
 * <p>What plain SQL cannot say is in comments: what is lost, and how it is undone, for Flyway's Community edition has no undo.
 * Statements after a group are not run when one in it fails; the connection that Flyway closes then had them. Batches are a
 * loop of the server, and on SQLite, which has none, one statement for all rows.
 *
 * <p>Where indexes are made concurrently on PostgreSQL, Flyway must not keep its own lock in a transaction, for which they
 * would wait for ever: {@code flyway.postgresql.transactional.lock=false}.
 */
public final class FlywaySql {

    private static final Pattern VERSION = Pattern.compile("\\d+([._]\\d+)*");
    private static final Pattern NAME = Pattern.compile("[\\p{Alnum}-]+([ _][\\p{Alnum}-]+)*");

    private FlywaySql() {}

    /**
     * A plan's files, in the order in which Flyway runs them.
     *
     * @param plan the plan
     * @param name what it is about: letters, digits, {@code -} and single {@code _} between them
     * @param version its version: numbers with dots or {@code _} between them
     * @throws IllegalArgumentException when Flyway could not take name or version from a file's name
     */
    public static List<SqlFile> of(Plan plan, String name, String version) {
        if (!NAME.matcher(name).matches() || !VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "Flyway takes V<version>__<name>.sql, with a version as 7 or 2026.11.21 and"
                            + " a name as split_name, not V" + version + "__" + name + ".sql");
        }
        List<SqlFile> files = new ArrayList<>();
        List<StepGroup> groups = plan.groups();
        for (int i = 0; i < groups.size(); i++) {
            String number = groups.size() == 1 ? version : version + "." + (i + 1);
            StepGroup group = groups.get(i);
            SqlFile file = new SqlFile(
                    "V" + number + "__" + name.replace(' ', '_') + ".sql", new FlywayScript(plan.engine()).text(group));
            files.add(file);
            String settings = settings(plan, group, file);
            if (!settings.isEmpty()) {
                files.add(new SqlFile(file.name() + ".conf", settings));
            }
        }
        return files;
    }

    /** SQLite's foreign keys are switched off outside of a transaction, so the file has its own. */
    private static String settings(Plan plan, StepGroup group, SqlFile file) {
        boolean own = !group.transactional() || plan.engine().family() == EngineFamily.SQLITE;
        return (own ? "executeInTransaction=false\n" : "")
                + (file.text().contains("${") ? "placeholderReplacement=false\n" : "");
    }
}
