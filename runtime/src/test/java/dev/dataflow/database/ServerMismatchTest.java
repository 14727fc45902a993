package dev.dataflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EngineSource;
import dev.dataflow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Driver;
import java.util.Properties;
import org.jooq.impl.DefaultConnectionProvider;
import org.junit.jupiter.params.ParameterizedTest;

/** MySQL's URL or driver on a server of MariaDB, and the other way round. */
class ServerMismatchTest {

    @ParameterizedTest
    @EngineSource({Engine.MYSQL, Engine.MARIADB})
    void urlOfTheOtherIsRefused(TestDatabase test) {
        String url = other(test) + (test.engine() == Engine.MYSQL ? "&allowPublicKeyRetrieval=true" : "");
        DataFlowException e = assertThrows(
                DataFlowException.class, () -> Database.open(Post.config(url)).close());
        assertMismatch(test, e);
    }

    @ParameterizedTest
    @EngineSource({Engine.MYSQL, Engine.MARIADB})
    void driverOfTheOtherIsRefused(TestDatabase test) throws Exception {
        String driver = test.engine() == Engine.MYSQL ? "org.mariadb.jdbc.Driver" : "com.mysql.cj.jdbc.Driver";
        Driver made = (Driver) Class.forName(driver).getDeclaredConstructor().newInstance();
        try (Connection connection = made.connect(other(test), new Properties())) {
            DataFlowException e = assertThrows(
                    DataFlowException.class,
                    () -> Database.over(new DefaultConnectionProvider(connection), Post.config(test)));
            assertMismatch(test, e);
        }
    }

    private static String other(TestDatabase test) {
        return test.engine() == Engine.MYSQL
                ? test.url().replace("jdbc:mysql:", "jdbc:mariadb:")
                : test.url().replace("jdbc:mariadb:", "jdbc:mysql:");
    }

    private static void assertMismatch(TestDatabase test, DataFlowException e) {
        assertThat(e.code()).as(e.getMessage()).isEqualTo(ErrorCode.DATABASE_MISMATCH);
        boolean mysql = test.engine() == Engine.MYSQL;
        assertThat(e.what()).contains("the server is " + (mysql ? "MySQL" : "MariaDB"));
        assertThat(e.fix())
                .contains(mysql ? "jdbc:mysql://" : "jdbc:mariadb://")
                .contains(mysql ? "com.mysql:mysql-connector-j" : "org.mariadb.jdbc:mariadb-java-client");
    }
}
