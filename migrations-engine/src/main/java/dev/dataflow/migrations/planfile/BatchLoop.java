package dev.dataflow.migrations.planfile;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.plan.Backfill;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A backfill as a loop that the server runs and commits batch by batch. */
final class BatchLoop {

    private final DatabaseEngine engine;
    private final Backfill backfill;

    BatchLoop(DatabaseEngine engine, Backfill backfill) {
        this.engine = engine;
        this.backfill = backfill;
    }

    /** The statements; empty where SQL has no loops, or where it is not sure which question marks are parameters. */
    Optional<List<String>> statements() {
        int markers = backfill.parameters().size();
        boolean clear = count(backfill.next()) == markers && count(backfill.batch()) == 2 * markers;
        if (!clear) {
            return Optional.empty();
        }
        return switch (engine) {
            case POSTGRESQL -> Optional.of(List.of(block()));
            case MYSQL, MARIADB -> Optional.of(procedure());
            case SQLITE -> Optional.empty();
        };
    }

    private String block() {
        String last = Quoting.DOUBLE_QUOTES.quote(backfill.key().get(0));
        IntFunction<String> numbered = number -> "$" + (number + 1);
        return String.join(
                "\n",
                "DO $dataflow$",
                "DECLARE",
                "  here record;",
                "  ahead record;",
                "BEGIN",
                "  EXECUTE " + literal(backfill.first()) + " INTO here;",
                "  LOOP",
                "    EXECUTE " + literal(filled(backfill.next(), numbered)) + " INTO ahead USING " + fields("here")
                        + ";",
                "    EXIT WHEN ahead." + last + " IS NULL;",
                "    EXECUTE " + literal(filled(backfill.batch(), numbered)) + " USING " + fields("here") + ", "
                        + fields("ahead") + ";",
                "    COMMIT;",
                "    here := ahead;",
                "  END LOOP;",
                "END",
                "$dataflow$");
    }

    private List<String> procedure() {
        int size = backfill.parameters().size();
        IntFunction<String> here =
                number -> variable("here", backfill.parameters().get(number % size));
        IntFunction<String> both = number -> number < size
                ? here.apply(number)
                : variable("ahead", backfill.parameters().get(number - size));
        String name = "dataflow_backfill";
        return List.of(
                "DROP PROCEDURE IF EXISTS " + name,
                String.join(
                        "\n",
                        "CREATE PROCEDURE " + name + "()",
                        "BEGIN",
                        "  " + backfill.first() + " INTO " + variables("here") + ";",
                        "  batches: LOOP",
                        "    SET " + variable("ahead", 0) + " = NULL;",
                        "    " + filled(backfill.next(), here) + " INTO " + variables("ahead") + ";",
                        "    IF " + variable("ahead", 0) + " IS NULL THEN",
                        "      LEAVE batches;",
                        "    END IF;",
                        "    " + filled(backfill.batch(), both) + ";",
                        "    SET " + copies() + ";",
                        "  END LOOP;",
                        "END"),
                "CALL " + name + "()",
                "DROP PROCEDURE " + name);
    }

    private String copies() {
        return String.join(
                ", ",
                columns()
                        .mapToObj(column -> variable("here", column) + " = " + variable("ahead", column))
                        .toList());
    }

    private String variables(String of) {
        return String.join(
                ", ", columns().mapToObj(column -> variable(of, column)).toList());
    }

    private IntStream columns() {
        return IntStream.range(0, backfill.key().size());
    }

    private static String variable(String of, int column) {
        return "@dataflow_" + of + "_" + column;
    }

    private String fields(String record) {
        List<String> fields = new ArrayList<>();
        backfill.parameters()
                .forEach(column -> fields.add(record + "."
                        + Quoting.DOUBLE_QUOTES.quote(backfill.key().get(column))));
        return String.join(", ", fields);
    }

    private static long count(String sql) {
        return sql.chars().filter(each -> each == '?').count();
    }

    private static String filled(String sql, IntFunction<String> parameter) {
        StringBuilder filled = new StringBuilder();
        int number = 0;
        for (int i = 0; i < sql.length(); i++) {
            if (sql.charAt(i) == '?') {
                filled.append(parameter.apply(number++));
            } else {
                filled.append(sql.charAt(i));
            }
        }
        return filled.toString();
    }

    private static String literal(String sql) {
        return "'" + sql.replace("'", "''") + "'";
    }
}
