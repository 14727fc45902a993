package dev.dataflow.migrations.rule;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.statement.SqlStatement;
import dev.dataflow.migrations.statement.StatementReader;
import dev.dataflow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Plays scenes on one database, each in an empty one. */
final class ScenePlay {

    private final TestDatabase database;
    private final DatabaseEngine engine;

    ScenePlay(TestDatabase database, DatabaseEngine engine) {
        this.database = database;
        this.engine = engine;
    }

    /** What is otherwise than the scene says, in words; empty when all is so. */
    String play(Scene scene) throws SQLException {
        try (Connection connection = connect()) {
            empty(connection);
            try (Connection other = connect()) {
                return play(scene, connection, other);
            } catch (SQLException e) {
                return "the scene itself failed: " + text(e);
            } finally {
                rollback(connection);
                for (String line : scene.lines('^')) {
                    run(connection, line);
                }
            }
        }
    }

    private String play(Scene scene, Connection connection, Connection other) throws SQLException {
        for (Scene.Line line : scene.lines()) {
            switch (line.sign()) {
                case ' ' -> run(connection, line.text());
                case '&' -> run(other, line.text());
                case '~' -> mayFail(connection, line.text());
                default -> {}
            }
        }
        String outcome = statements(connection, scene.lines('?'), scene.lines('!'));
        for (String line : scene.lines('=')) {
            String[] parts = line.split(" -> ?", 2);
            String answer = answer(connection, parts[0]);
            if (outcome.isEmpty() && !answer.equals(parts[1])) {
                outcome = parts[0] + " gives " + answer;
            }
        }
        return outcome;
    }

    /** Runs the statements, of which the last one fails when an error is wanted. */
    private String statements(Connection connection, List<String> lines, List<String> errors) throws SQLException {
        List<String> sql = new ArrayList<>();
        lines.forEach(line -> sql.addAll(split(line)));
        for (int i = 0; i < sql.size(); i++) {
            boolean last = i == sql.size() - 1;
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql.get(i));
                if (last && !errors.isEmpty()) {
                    return "no error";
                }
            } catch (SQLException e) {
                String wanted = last && !errors.isEmpty() ? errors.get(0) : "";
                if (wanted.isEmpty() || !isSo(e, wanted)) {
                    return sql.get(i) + " failed: " + text(e);
                }
                rollback(connection);
            }
        }
        return "";
    }

    /** SQLite has no numbers for what it says, so there are only words. */
    private boolean isSo(SQLException failure, String wanted) {
        String message = String.valueOf(failure.getMessage());
        if (engine.family() == EngineFamily.SQLITE) {
            return message.contains(wanted);
        }
        String[] parts = wanted.split(" ", 2);
        boolean code = parts[0].equals(failure.getSQLState()) || parts[0].equals("" + failure.getErrorCode());
        return code && (parts.length == 1 || message.contains(parts[1]));
    }

    private void empty(Connection connection) throws SQLException {
        switch (engine.family()) {
            case POSTGRESQL -> run(connection, "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public");
            case MYSQL -> {
                String name = "`" + database.name() + "`";
                run(connection, "DROP DATABASE " + name + "; CREATE DATABASE " + name + "; USE " + name);
            }
            case SQLITE -> {} // the connection is the database
        }
    }

    private Connection connect() throws SQLException {
        return engine.family() == EngineFamily.SQLITE
                ? DriverManager.getConnection("jdbc:sqlite::memory:")
                : database.connect();
    }

    private void mayFail(Connection connection, String sql) {
        try {
            run(connection, sql);
        } catch (SQLException e) {
            rollback(connection);
        }
    }

    private void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : split(sql)) {
                statement.execute(each);
            }
        }
    }

    private List<String> split(String sql) {
        return StatementReader.of(engine).read(sql).stream()
                .map(SqlStatement::sql)
                .toList();
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? String.valueOf(row.getString(1)) : "no row";
        }
    }

    /** Also where there is nothing to undo. */
    private static void rollback(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has none, then
        }
    }

    private static String text(SQLException failure) {
        return failure.getSQLState() + " " + failure.getErrorCode() + " " + failure.getMessage();
    }
}
