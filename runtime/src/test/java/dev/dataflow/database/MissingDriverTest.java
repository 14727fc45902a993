package dev.dataflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dataflow.testing.WithoutLibrary;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the classes in a class loader that sees no driver. */
class MissingDriverTest {

    private WithoutLibrary drivers;
    private ClassLoader without;

    @BeforeEach
    void hideDrivers() {
        drivers = new WithoutLibrary("postgresql-", "mysql-connector", "mariadb-java-client", "sqlite-jdbc");
        without = drivers.loader();
    }

    @AfterEach
    void showDrivers() throws Exception {
        drivers.close();
    }

    private Throwable openFailure(String url) throws ReflectiveOperationException {
        Class<?> config = without.loadClass("dev.dataflow.config.DataFlowConfig");
        Object settings = config.getMethod("from", Map.class).invoke(null, Map.of("DATAFLOW_URL", url));
        Method open = without.loadClass("dev.dataflow.database.Database").getMethod("open", config);
        return assertThrows(InvocationTargetException.class, () -> open.invoke(null, settings))
                .getCause();
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://ann:hush@h/db, org.postgresql:postgresql",
        "mysql://ann:hush@h/db, com.mysql:mysql-connector-j",
        "mariadb://ann:hush@h/db, org.mariadb.jdbc:mariadb-java-client",
        ":memory:, org.xerial:sqlite-jdbc"
    })
    void isToldWithItsCoordinates(String url, String coordinates) throws ReflectiveOperationException {
        assertThat(openFailure(url).getMessage())
                .contains("[DF-001]")
                .contains(coordinates)
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, 23505, 0", "MYSQL, 23000, 1062", "MARIADB, 23000, 1062", "SQLITE, , 19"})
    void translationNeedsNoDriver(String engine, String state, int code) throws ReflectiveOperationException {
        Class<?> engines = without.loadClass("dev.dataflow.config.DatabaseEngine");
        Class<?> contexts = without.loadClass("dev.dataflow.database.ErrorContext");
        Class<?> dialects = without.loadClass("dev.dataflow.database.Dialect");
        Method of = dialects.getDeclaredMethod("of", engines, int.class);
        of.setAccessible(true);
        Object dialect =
                of.invoke(null, engines.getMethod("valueOf", String.class).invoke(null, engine), -1);
        Object context = contexts.getConstructors()[0].newInstance("create of X", null);
        SQLException thrown = new SQLException("[SQLITE_CONSTRAINT_UNIQUE] hush", state, code);
        Object translated =
                dialects.getMethod("translate", SQLException.class, contexts).invoke(dialect, thrown, context);
        assertThat(translated.toString()).contains("[DF-402]").doesNotContain("hush");
    }
}
