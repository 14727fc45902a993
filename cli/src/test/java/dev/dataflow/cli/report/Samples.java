package dev.dataflow.cli.report;

import dev.dataflow.cli.diagram.Arrow;
import dev.dataflow.cli.diagram.Box;
import dev.dataflow.cli.diagram.Diagram;
import dev.dataflow.cli.diagram.Line;
import dev.dataflow.cli.diagram.Mark;
import dev.dataflow.cli.report.LockReport.Blocks;
import dev.dataflow.cli.report.Verdict.Outcome;
import java.util.List;

/** Reports that have everything, with names that would be markup or commands if they were not escaped. */
final class Samples {

    static final Tool TOOL = new Tool("dataflow", "0.1.0");

    private static final String BEFORE = "4f2a0b1c".repeat(8);
    private static final String AFTER = "9c1e7d3f".repeat(8);

    private Samples() {}

    /** A plan that was judged, with facts. */
    static PlanReport full() {
        StepReport expand = new StepReport(
                1,
                "expand",
                List.of("users.full_name: add column text"),
                List.of("ALTER TABLE \"users\" ADD COLUMN \"full_name\" text"),
                "one with its neighbours",
                List.of(new LockReport("users", "ACCESS EXCLUSIVE", Blocks.EVERYTHING, "none", "verified on 15, 17")),
                new TimeReport("brief", 0L, 0L, "nothing that grows with the table"),
                "1200000",
                Risk.LOW,
                8,
                List.of(new PointReport("availability", 8, "1200000 rows", "pg_class", "add-column")),
                List.of(),
                List.of(),
                new UndoReport(List.of("ALTER TABLE \"users\" DROP COLUMN \"full_name\""), null));
        StepReport contract = new StepReport(
                2,
                "contract",
                List.of("users.<b>name|x: drop column", "users_idx: drop index"),
                List.of("ALTER TABLE \"users\" DROP COLUMN \"<b>name|x\"", "DROP INDEX \"users_idx\""),
                "its own",
                List.of(
                        new LockReport("users", "ACCESS EXCLUSIVE", Blocks.EVERYTHING, "none", "verified on 15, 17"),
                        new LockReport("users", "SHARE", Blocks.WRITES, "reads all rows", "documented")),
                new TimeReport("2–15 s", 2_400L, 14_200L, "reading its rows once took 0.3 s"),
                "1200000",
                Risk.CRITICAL,
                82,
                List.of(new PointReport("data loss", 82, "1199000 values", "SELECT count(*) …", "drop-column")),
                List.of("3 rows are NULL"),
                List.of("the values of users.<b>name|x"),
                new UndoReport(List.of(), "the values do not come back"));
        return new PlanReport(
                "migrate plan",
                "split-name",
                new Target("PostgreSQL", "17.6", "jdbc:postgresql://db:5432/shop", BEFORE, AFTER),
                new Verdict(Outcome.BLOCKED, Risk.CRITICAL, 82, List.of("step 2 is CRITICAL, and HIGH is allowed")),
                List.of(expand, contract),
                List.of(
                        new Finding(
                                "drop-column",
                                "values go with a column",
                                Risk.CRITICAL,
                                "users.<b>name|x: 1199000 values, 100%",
                                "SELECT count(*) …",
                                "stop reading it first, and drop it a release later",
                                2,
                                null),
                        new Finding(
                                "create-index",
                                "writes wait for an index",
                                Risk.MEDIUM,
                                "users is locked",
                                "documented",
                                null,
                                null,
                                new Place("db/V1__a b,ü.sql", 12))),
                List.of(),
                List.of("tables of no model stay as they are: flyway_schema_history"),
                new Analyses(dependants(), keys(), List.of(rename())),
                new TouchedDiagrams(diagram("before", Mark.DROPPED), diagram("after", Mark.ADDED)));
    }

    /** A plan of which nothing is known but its steps, and one that needs answers. */
    static PlanReport offline() {
        return new PlanReport(
                "migrate plan",
                "plan",
                new Target("SQLite", null, null, BEFORE, AFTER),
                new Verdict(Outcome.QUESTIONS, Risk.UNKNOWN, null, List.of("Nothing was changed.")),
                List.of(new StepReport(
                        1,
                        "expand",
                        List.of("create table a_b"),
                        List.of("CREATE TABLE \"a_b\" (\"id\" INTEGER)"),
                        "its own",
                        null,
                        new TimeReport("unknown", null, null, "no database was asked"),
                        StepReport.UNKNOWN,
                        Risk.UNKNOWN,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        new UndoReport(List.of("DROP TABLE \"a_b\""), "its rows"))),
                List.of(),
                List.of(new Question(
                        "DF-318",
                        "the column users.name is gone: is it the same?",
                        List.of(
                                new Question.Answer("--rename users.name=users.full_name", "93/100 alike"),
                                new Question.Answer("--drop users.name", "it is gone for good")))),
                List.of());
    }

    private static List<Dependant> dependants() {
        return List.of(new Dependant(
                "view active_users",
                "is refused (2BP01)",
                List.of(new Dependant("view report", "goes with it", List.of()))));
    }

    private static KeyReport keys() {
        return new KeyReport(
                List.of(new Dependant(
                        "delete from users",
                        "rows along: at most 40",
                        List.of(new Dependant(
                                "orders by fk_orders_<user>",
                                "rows go, rows: at most 40",
                                List.of(new Dependant(
                                        "lines by fk_lines_order", "refused (23503), rows: unknown", List.of())))))),
                List.of("unindexed: fk_orders_<user> of orders (user_id) → users (id)"));
    }

    private static RenameReport rename() {
        return new RenameReport(
                "log_<a>",
                "events",
                List.of(
                        new RenameReport.Stage(
                                "expand",
                                "rename the table",
                                List.of("ALTER TABLE \"log_<a>\" RENAME TO \"events\""),
                                List.of("ALTER TABLE \"events\" RENAME TO \"log_<a>\"")),
                        new RenameReport.Stage(
                                "contract", "drop the view", List.of("DROP VIEW \"log_<a>\""), List.of())),
                List.of("routine count_<a>() names log_<a>"),
                List.of("COPY FROM needs the new name at once"));
    }

    static Diagram diagram(String title, Mark mark) {
        Box users = new Box(
                "users",
                Mark.SAME,
                List.of(
                        new Line("id", "bigint", "PK", Mark.SAME),
                        new Line(mark == Mark.ADDED ? "full_name" : "<b>name|x", "text?", "", mark),
                        new Line("boss_id", "bigint?", "FK", Mark.CHANGED)));
        Box orders = new Box(
                "orders",
                mark,
                List.of(new Line("id", "bigint", "PK", Mark.SAME), new Line("user_id", "bigint", "FK", Mark.SAME)));
        return new Diagram(
                title,
                List.of(orders, users),
                List.of(
                        new Arrow("orders", "user_id", "users", mark),
                        new Arrow("users", "boss_id", "users", Mark.SAME)));
    }
}
