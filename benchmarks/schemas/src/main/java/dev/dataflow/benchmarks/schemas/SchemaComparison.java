package dev.dataflow.benchmarks.schemas;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.fact.Budget;
import dev.dataflow.migrations.fact.FactReader;
import dev.dataflow.migrations.fact.Facts;
import dev.dataflow.migrations.plan.Plan;
import dev.dataflow.migrations.plan.PlanOptions;
import dev.dataflow.migrations.reader.SchemaReader;
import dev.dataflow.migrations.reader.ServerVersions;
import dev.dataflow.migrations.risk.RiskAssessor;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Times our reading, comparing and assessing of two databases and Liquibase's diff of the same two, in turns, in one JVM. */
public final class SchemaComparison {

    private SchemaComparison() {}

    /**
     * Runs.
     *
     * @param arguments the number of tables, that of turns, {@code liquibase} or {@code none}, the file for the result
     */
    public static void main(String[] arguments) throws Exception {
        int tables = Integer.parseInt(arguments[0]);
        int turns = Integer.parseInt(arguments[1]);
        boolean peer = arguments[2].equals("liquibase");
        try (TestDatabase first = TestDatabases.create(Engine.POSTGRESQL);
                TestDatabase second = TestDatabases.create(Engine.POSTGRESQL);
                Connection before = first.connect();
                Connection after = second.connect()) {
            LargeSchema schema = new LargeSchema(tables);
            schema.create(before);
            schema.create(after);
            schema.change(after);
            long[] ours = new long[turns];
            long[] assessed = new long[turns];
            long[] theirs = new long[turns];
            for (int i = 0; i < turns; i++) {
                ours[i] = millis("DataFlow", () -> dataFlow(before, after));
                assessed[i] = millis("DataFlow with risk", () -> assessed(before, after));
                if (peer) {
                    theirs[i] = millis("Liquibase", () -> LiquibaseDiff.run(before, after));
                }
            }
            String result = result(tables, turns, ours, assessed, peer ? theirs : null);
            System.out.print(result);
            if (peer) {
                Files.writeString(Path.of(arguments[3]), result);
            }
        }
        System.exit(0); // the server's threads stay
    }

    /** Our turn: both schemas are read, as Liquibase reads both. */
    private static int dataFlow(Connection before, Connection after) {
        SchemaReader reader = new SchemaReader(DatabaseEngine.POSTGRESQL);
        return SchemaDiff.of(reader.read(before), reader.read(after)).changes().size();
    }

    /** The same with the plan that leads from one to the other, the facts it is judged by, and its risk. */
    private static int assessed(Connection before, Connection after) throws SQLException {
        SchemaReader reader = new SchemaReader(DatabaseEngine.POSTGRESQL);
        SchemaDiff diff = SchemaDiff.of(reader.read(before), reader.read(after));
        Plan plan = Plan.of(diff, PlanOptions.plain(ServerVersions.read(before, DatabaseEngine.POSTGRESQL)));
        Facts facts = new FactReader(DatabaseEngine.POSTGRESQL, Budget.DEFAULT).read(before, plan, diff);
        if (new RiskAssessor().assess(plan, diff, facts).steps().size()
                < diff.changes().size()) {
            throw new IllegalStateException("not all steps were assessed");
        }
        return diff.changes().size();
    }

    private static long millis(String what, Callable<Integer> turn) throws Exception {
        long start = System.nanoTime();
        int changes = turn.call();
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println(what + ": " + millis + " ms, " + changes + " differences");
        if (changes != 10) {
            throw new IllegalStateException(what + " found " + changes + " differences instead of 10");
        }
        return millis;
    }

    private static String result(int tables, int turns, long[] ours, long[] assessed, long @Nullable [] theirs) {
        String heading = String.format(
                Locale.ROOT,
                "# Large schemas%n%nTwo PostgreSQL databases of %,d tables with ten columns each, %d turns, the heap at most %d MB."
                        + " Both databases are read and compared; ten differences.%n%n| | median | least | most |%n|---|---|---|---|%n",
                tables,
                turns,
                Runtime.getRuntime().maxMemory() >> 20);
        String text = heading + row("DataFlow", ours) + row("DataFlow with plan, facts and risk", assessed);
        if (theirs == null) {
            return text;
        }
        return text
                + row("Liquibase", theirs)
                + String.format(
                        Locale.ROOT,
                        "%nLiquibase takes %.1f times as long at the median.%n",
                        median(theirs) / (double) median(ours));
    }

    private static String row(String name, long[] millis) {
        return String.format(
                Locale.ROOT,
                "| %s | %,d ms | %,d ms | %,d ms |%n",
                name,
                median(millis),
                Arrays.stream(millis).min().orElse(0),
                Arrays.stream(millis).max().orElse(0));
    }

    private static long median(long[] millis) {
        return Arrays.stream(millis).sorted().toArray()[millis.length / 2];
    }
}
