package dev.dataflow.benchmarks.work;

import dev.dataflow.testing.Engine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table with rows.
 *
 * @param name what it shows
 * @param rows how many rows it has, a power of two
 * @param texts how many columns of text it has besides
 * @param indexes how many of its columns have an index
 */
record WorkTable(String name, int rows, int texts, int indexes) {

    static final List<WorkTable> ALL = List.of(
            new WorkTable("narrow", 1 << 20, 0, 0),
            new WorkTable("narrow, 4 indexes", 1 << 19, 0, 4),
            new WorkTable("wide", 1 << 18, 8, 0),
            new WorkTable("wide, 4 indexes", 1 << 18, 8, 4));

    private static final List<String> INDEXED = List.of("a", "b", "c", "p");

    /** Makes the table, with another definition where a change has one. */
    void create(Connection connection, WorkChange change) throws SQLException {
        String texts = IntStream.range(0, this.texts)
                .mapToObj(i -> ", t" + i + " varchar(60)")
                .collect(Collectors.joining());
        execute(connection, "DROP TABLE IF EXISTS work");
        execute(connection, "DROP TABLE IF EXISTS parents");
        execute(connection, "CREATE TABLE parents (id int NOT NULL PRIMARY KEY)");
        execute(
                connection,
                "CREATE TABLE work (id bigint NOT NULL PRIMARY KEY, a " + change.a() + ", b varchar(20), c int, p int"
                        + texts + change.constraint() + ")");
        for (String column : INDEXED.subList(0, indexes)) {
            execute(connection, "CREATE INDEX work_" + column + " ON work (" + column + ")");
        }
        if (change.index()) {
            execute(connection, "CREATE INDEX work_of_it ON work (c, b)");
        }
    }

    /** Fills it. */
    void fill(Connection connection, Engine engine) throws SQLException {
        String texts = IntStream.range(0, this.texts)
                .mapToObj(i -> ", 'some text of the column number " + i + "'")
                .collect(Collectors.joining());
        execute(connection, "INSERT INTO parents VALUES (0), (1), (2), (3)");
        execute(connection, "INSERT INTO work VALUES (1, 1, 'row number 1', 1, 1" + texts + ")");
        for (int filled = 1; filled < rows; filled *= 2) {
            String names =
                    IntStream.range(0, this.texts).mapToObj(i -> ", t" + i).collect(Collectors.joining());
            String b = engine == Engine.POSTGRESQL || engine == Engine.SQLITE
                    ? "'row number ' || (id + " + filled + ")"
                    : "concat('row number ', id + " + filled + ")";
            execute(
                    connection,
                    "INSERT INTO work SELECT id + " + filled + ", (a * 1009 + 13) % 1000003, " + b
                            + ", (c * 31 + 7) % 65537, id % 4" + names + " FROM work");
        }
        if (engine != Engine.SQLITE) {
            execute(connection, engine == Engine.POSTGRESQL ? "VACUUM ANALYZE work" : "ANALYZE TABLE work");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
