package dev.dataflow.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.rule.Match;
import dev.dataflow.migrations.rule.PlanContext;
import dev.dataflow.migrations.rule.Rules;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.ServerVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules know each statement that plans have, in all forms and on all databases; nothing runs. */
class KnownStatementsTest {

    private static final int COUNT = 100;
    private static final Set<String> QUIET = Set.of("SELECT", "SET", "RESET", "PRAGMA");

    @Test
    void noStatementOfAPlanIsUnknown() {
        List<String> unknown = new ArrayList<>();
        for (DatabaseEngine engine : DatabaseEngine.values()) {
            for (long seed = 1; seed <= COUNT; seed++) {
                RandomSchemas schemas = new RandomSchemas(engine, seed);
                Schema before = schemas.before();
                SchemaDiff diff = SchemaDiff.of(before, schemas.after(), schemas.hints());
                Plan plan = Plan.of(diff, options(diff, newest(engine), seed % 2 == 0));
                PlanContext context = PlanContext.of(diff, plan);
                for (Step step : plan.steps()) {
                    List<Match> matches = Rules.matches(step, context);
                    for (String sql : step.statements()) {
                        boolean known = matches.stream()
                                .anyMatch(match -> match.statement().equals(sql)
                                        && !match.rule().name().equals("unknown-statement")
                                        && !match.rule().name().equals("change-type"));
                        boolean rebuilt = matches.stream()
                                .anyMatch(match -> match.rule().name().equals("rebuild-table"));
                        if (!known && !rebuilt && !QUIET.contains(sql.split(" ")[0])) {
                            unknown.add(engine + " " + seed + ": " + sql);
                        }
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static ServerVersion newest(DatabaseEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> new ServerVersion(18, 0, 0);
            case MYSQL -> new ServerVersion(8, 0, 31);
            case MARIADB -> new ServerVersion(11, 4, 5);
            case SQLITE -> new ServerVersion(3, 54, 0);
        };
    }

    private static PlanOptions options(SchemaDiff diff, ServerVersion version, boolean online) {
        PlanOptions options = online ? PlanOptions.online(version) : PlanOptions.plain(version);
        for (Change change : diff.changes()) {
            if (change instanceof ColumnChange.Add add && PlanRequirements.isOpen(add.column())) {
                options = options.withValue(add.table(), add.column().name(), "id");
            } else if (change instanceof ColumnChange.Alter alter && PostgresValues.isNotNull(alter)) {
                options = options.withValue(alter.table(), alter.after().name(), "id");
            }
        }
        return options;
    }
}
