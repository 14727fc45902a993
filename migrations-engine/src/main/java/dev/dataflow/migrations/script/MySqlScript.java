package dev.dataflow.migrations.script;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Routine;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Sequence;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.Trigger;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Creates a database of MySQL or MariaDB. Tables may point to what comes later while foreign keys are not checked. */
final class MySqlScript {

    private static final Quoting QUOTING = Quoting.BACKTICKS;

    private final Schema schema;

    MySqlScript(Schema schema) {
        this.schema = schema;
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        statements.add("SET @dataflow_foreign_key_checks = @@foreign_key_checks, foreign_key_checks = 0");
        statements.add("SET @dataflow_sql_mode = @@sql_mode, sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'");
        schema.sequences().forEach(each -> statements.add(sequence(each)));
        schema.tables()
                .forEach(each -> statements.add(
                        new MySqlTableText(each, schema.engine() == DatabaseEngine.MARIADB).statement()));
        for (Routine routine : schema.routines()) {
            String comment = routine.options().get("comment");
            String definition = routine.definition();
            int end = definition.indexOf('\n');
            withMode(
                    statements,
                    routine.options(),
                    "CREATE" + definer(routine.options()) + " " + routine.kind() + " " + QUOTING.quote(routine.name())
                            + (comment == null
                                    ? definition
                                    : definition.substring(0, end) + " COMMENT " + MySqlTableText.literal(comment)
                                            + definition.substring(end)));
        }
        statements.addAll(
                CreationOrder.of(schema.views().stream().map(MySqlScript::view).toList()));
        for (Table table : schema.tables()) {
            table.triggers().stream()
                    .sorted(Comparator.comparingInt(MySqlScript::place))
                    .forEach(trigger -> withMode(
                            statements,
                            trigger.options(),
                            "CREATE" + definer(trigger.options()) + " TRIGGER " + QUOTING.quote(trigger.name()) + " "
                                    + trigger.definition()));
        }
        statements.add("SET foreign_key_checks = @dataflow_foreign_key_checks, sql_mode = @dataflow_sql_mode");
        return statements;
    }

    private static int place(Trigger trigger) {
        return Integer.parseInt(trigger.options().getOrDefault("order", "1"));
    }

    private static void withMode(List<String> statements, Map<String, String> options, String statement) {
        statements.add("SET sql_mode = " + MySqlTableText.literal(options.getOrDefault("sql mode", "")));
        statements.add(statement);
    }

    private static Creation view(View view) {
        String check = view.options().get("check option");
        return new Creation(
                view.name(),
                List.of(view.definition()),
                "CREATE" + definer(view.options()) + " SQL SECURITY "
                        + view.options().getOrDefault("security", "DEFINER") + " VIEW " + QUOTING.quote(view.name())
                        + " AS " + view.definition()
                        + (check == null ? "" : " WITH " + check.toUpperCase(Locale.ROOT) + " CHECK OPTION"));
    }

    private static String sequence(Sequence sequence) {
        return "CREATE SEQUENCE " + QUOTING.quote(sequence.name()) + " START WITH "
                + sequence.numbers().start() + " INCREMENT BY "
                + sequence.numbers().increment() + " MINVALUE "
                + sequence.numbers().min() + " MAXVALUE " + sequence.numbers().max() + " CACHE "
                + sequence.numbers().cache() + (sequence.numbers().cycle() ? " CYCLE" : " NOCYCLE");
    }

    private static String definer(Map<String, String> options) {
        String definer = options.get("definer");
        if (definer == null) {
            return "";
        }
        int at = definer.lastIndexOf('@');
        return at < 0
                ? " DEFINER = " + QUOTING.quote(definer)
                : " DEFINER = " + QUOTING.quote(definer.substring(0, at)) + "@"
                        + QUOTING.quote(definer.substring(at + 1));
    }
}
