package dev.dataflow.migrations.reader;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dataflow.config.EngineFamily;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A schema is read in full or not at all. */
class ReadingFailureTest extends ReaderTest {

    /** Whichever query the connection dies at. */
    @Test
    void connectionDiesOnTheWay() throws SQLException {
        execute("CREATE TABLE t (id INT PRIMARY KEY)");
        AtomicInteger queries = new AtomicInteger();
        new SchemaReader(engine).read(dying(connection, queries, Integer.MAX_VALUE));
        int all = queries.get();
        for (int last = 1; last <= all; last++) {
            int at = last;
            try (Connection mortal = database.connect()) {
                assertThatThrownBy(() -> new SchemaReader(engine).read(dying(mortal, new AtomicInteger(), at)))
                        .as("at query %d of %d", at, all)
                        .hasMessageContaining("[DF-321] the connection broke while the schema was read");
            }
        }
    }

    @Test
    void accountsThatSeeOnlyAPart() throws SQLException {
        assumeThat(engine.family()).isEqualTo(EngineFamily.MYSQL);
        String account = "'clerk_" + database.name() + "'@'%'";
        account = account.length() > 30 ? "'clerk'@'%'" : account;
        execute(
                "CREATE TABLE t (id INT PRIMARY KEY)",
                "CREATE VIEW v AS SELECT id FROM t",
                "CREATE PROCEDURE p() BEGIN SET @x = 1; END",
                "CREATE USER " + account,
                "GRANT SELECT ON `" + database.name() + "`.* TO " + account);
        try {
            refused(account, "without the right SHOW VIEW, TRIGGER on all of `" + database.name() + "`");
            execute("GRANT SHOW VIEW, TRIGGER, EXECUTE ON `" + database.name() + "`.* TO " + account);
            refused(account, "the text of the routine `p` is not shown to this account");
        } finally {
            execute("DROP USER " + account);
        }
    }

    private void refused(String account, String why) throws SQLException {
        String name = account.substring(1, account.indexOf('\'', 1));
        Properties properties = new Properties();
        properties.put("user", name);
        properties.put("password", "");
        String url = database.url().replaceAll("([?&])(user|password)=[^&]*&?", "$1");
        try (Connection clerk = DriverManager.getConnection(url, properties)) {
            assertThatThrownBy(() -> new SchemaReader(engine).read(clerk))
                    .hasMessageContaining("[DF-320] the account may not read all of the schema")
                    .hasMessageContaining(why);
        }
    }

    @Test
    void noSuchSchema() {
        assertThatThrownBy(() -> new SchemaReader(engine).read(connection, "no such schema"))
                .hasMessageContaining("[DF-322] there is no schema `no such schema`");
    }

    private static Connection dying(Connection connection, AtomicInteger queries, int last) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, args) -> {
                    if (method.getName().equals("prepareStatement") && queries.incrementAndGet() == last) {
                        connection.close();
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
