package dev.dataflow.migrations.fact;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts rows: of each table in one query what can be told of a single row, and the rest one by one. */
final class Counting {

    /** A table of at most so many bytes is counted; of a larger one the server's estimate is used. */
    private static final long COUNTED_BYTES = 256L << 20;

    /** The same for a table that the plan only reaches: it is asked about last, with what is left of the time. */
    private static final long REACHED_BYTES = 16L << 20;

    private final Probes probes;
    private final DatabaseEngine engine;
    private final String schema;
    private final Reading reading;

    Counting(Probes probes, DatabaseEngine engine, String schema, Reading reading) {
        this.probes = probes;
        this.engine = engine;
        this.schema = schema;
        this.reading = reading;
    }

    /**
     * Facts with answers, and with rows counted of tables that are not large.
     *
     * @param own the tables that the plan is about
     */
    Facts complete(ServerFacts server, List<TableFacts> tables, Set<String> own, List<Question> questions)
            throws SQLException {
        Map<String, List<Question>> byTable = questions.stream()
                .filter(each -> each.form() == Question.Form.CONDITION)
                .collect(Collectors.groupingBy(Question::table, LinkedHashMap::new, Collectors.toList()));
        List<Counted> answers = new ArrayList<>();
        List<TableFacts> complete = new ArrayList<>();
        for (TableFacts table : tables) {
            if (!own.contains(table.table())) {
                continue;
            }
            List<Question> asked = byTable.getOrDefault(table.table(), List.of());
            boolean small = table.bytes().orElse(Long.MAX_VALUE) <= COUNTED_BYTES;
            TableFacts known = small || !asked.isEmpty() ? count(table, asked, answers) : table;
            complete.add(reading.measure(known));
        }
        for (Question question : questions) {
            if (question.form() == Question.Form.QUERY) {
                Answer<Long> answer = probes.first(question.sql(), row -> row.getLong(1));
                answers.add(counted(question, answer, question.sql()));
            } else if (question.form() == Question.Form.CATALOG) {
                Answer<Long> answer = probes.first(question.sql(), row -> row.getLong(1));
                if (answer.value() != null && answer.value() > 0) {
                    answers.add(counted(question, answer, question.sql()));
                }
            } else if (question.form() == Question.Form.NONE) {
                answers.add(new Counted(question, OptionalLong.empty(), "there is no query that would tell"));
            }
        }
        for (TableFacts table : tables) {
            if (!own.contains(table.table())) {
                boolean small = table.bytes().orElse(Long.MAX_VALUE) <= REACHED_BYTES;
                complete.add(small ? count(table, List.of(), answers) : table);
            }
        }
        return Facts.of(server, complete, answers);
    }

    private TableFacts count(TableFacts table, List<Question> questions, List<Counted> answers) throws SQLException {
        String sql = query(table.table(), questions);
        Answer<List<Long>> row = probes.first(sql, found -> numbers(found, questions.size() + 1));
        if (row.value() != null) {
            for (int i = 0; i < questions.size(); i++) {
                answers.add(new Counted(
                        questions.get(i),
                        OptionalLong.of(row.value().get(i + 1)),
                        query(table.table(), List.of(questions.get(i)))));
            }
            return table.withRows(row.value().get(0), "counted");
        }
        if (questions.size() > 1) {
            // one of them may be the reason
            TableFacts counted = table;
            for (Question question : questions) {
                counted = count(counted, List.of(question), answers);
            }
            return counted;
        }
        questions.forEach(
                question -> answers.add(new Counted(question, OptionalLong.empty(), row.reason() + ": " + sql)));
        return questions.isEmpty() ? table : count(table, List.of(), answers);
    }

    private String query(String table, List<Question> questions) {
        String sums = questions.stream()
                .map(question -> ", coalesce(sum(CASE WHEN " + question.sql() + " THEN 1 ELSE 0 END), 0)")
                .collect(Collectors.joining());
        return "SELECT count(*)" + sums + " FROM "
                + Quoting.of(engine).quote(new TableName(schema.isEmpty() ? null : schema, table));
    }

    private static List<Long> numbers(ResultSet row, int count) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            numbers.add(row.getLong(i));
        }
        return numbers;
    }

    private static Counted counted(Question question, Answer<Long> answer, String sql) {
        return answer.value() == null
                ? new Counted(question, OptionalLong.empty(), answer.reason() + ": " + sql)
                : new Counted(question, OptionalLong.of(answer.value()), sql);
    }
}
