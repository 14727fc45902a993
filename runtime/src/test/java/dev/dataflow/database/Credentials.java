package dev.dataflow.database;

import dev.dataflow.testing.Engine;
import java.sql.Connection;
import java.sql.SQLException;

/** A user with a password, which the server checks. */
record Credentials(Connection admin, Engine engine, String user, String rules) implements AutoCloseable {

    static Credentials create(Connection admin, Engine engine, String user, String password) throws SQLException {
        if (engine == Engine.MYSQL) {
            // the newer plugin needs TLS or keys, which the embedded server does not have
            Post.run(admin, "CREATE USER " + user + " IDENTIFIED WITH mysql_native_password BY '" + password + "'");
            Post.run(admin, "GRANT SELECT, INSERT, CREATE TEMPORARY TABLES ON *.* TO " + user);
            return new Credentials(admin, engine, user, "");
        }
        if (engine == Engine.MARIADB) {
            Post.run(admin, "CREATE USER " + user + " IDENTIFIED BY '" + password + "'");
            Post.run(admin, "GRANT SELECT, INSERT, CREATE TEMPORARY TABLES ON *.* TO " + user);
            return new Credentials(admin, engine, user, "");
        }
        Post.run(admin, "CREATE ROLE " + user + " LOGIN PASSWORD '" + password + "'");
        String rules = Post.ask(admin, "SELECT pg_read_file(current_setting('hba_file'))");
        Credentials made = new Credentials(admin, engine, user, rules);
        made.writeRules("host all " + user + " all scram-sha-256\n" + rules);
        return made;
    }

    /** The embedded server trusts everybody; a rule for this user only makes it ask. */
    private void writeRules(String text) throws SQLException {
        String file = Post.ask(admin, "SELECT current_setting('hba_file')");
        Post.run(admin, "CREATE TEMPORARY TABLE rules (line text)");
        for (String line : text.split("\n")) {
            if (!line.isBlank()) {
                Post.update(admin, "INSERT INTO rules VALUES (?)", line);
            }
        }
        Post.run(admin, "COPY rules TO '" + file + "' WITH (FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02')");
        Post.run(admin, "DROP TABLE rules");
        Post.run(admin, "SELECT pg_reload_conf(), pg_sleep(0.2)");
    }

    @Override
    public void close() throws SQLException {
        if (engine == Engine.POSTGRESQL) {
            writeRules(rules);
        }
        Post.run(admin, (engine == Engine.POSTGRESQL ? "DROP ROLE " : "DROP USER ") + user);
    }
}
