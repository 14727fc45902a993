package dev.dataflow.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.opentest4j.TestAbortedException;

class EveryEngineTest {

    private @Nullable String selected;

    @BeforeEach
    void selectAll() {
        selected = System.setProperty(EngineSelection.PROPERTY, "");
    }

    @AfterEach
    void selectAsBefore() {
        if (selected == null) {
            System.clearProperty(EngineSelection.PROPERTY);
        } else {
            System.setProperty(EngineSelection.PROPERTY, selected);
        }
    }

    @Test
    void suiteRunsOncePerEngineUnderItsName() {
        EngineExecutionResults results = run(ConstructorSuite.class);
        results.testEvents().assertStatistics(statistics -> statistics.succeeded(6));
        assertThat(names(results)).containsExactly("[SQLITE]", "[POSTGRESQL]", "[MYSQL]");
    }

    @Test
    void abstractSuiteTakesTheDatabaseInAField() {
        run(FieldSuite.class).testEvents().assertStatistics(statistics -> statistics.succeeded(6));
    }

    @Test
    void databaseIsDroppedAfterTheSuite() {
        run(ConstructorSuite.class);
        assertThat(ConstructorSuite.last.engine()).isEqualTo(Engine.MYSQL);
        assertThatThrownBy(ConstructorSuite.last::connect)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Unknown database");
    }

    @Test
    void propertyNarrowsTheRun() {
        System.setProperty(EngineSelection.PROPERTY, "sqlite,mysql");
        assertThat(names(run(ConstructorSuite.class))).containsExactly("[SQLITE]", "[MYSQL]");
    }

    @Test
    void unknownEngineFailsTheRun() {
        System.setProperty(EngineSelection.PROPERTY, "oracle");
        EngineExecutionResults results = run(ConstructorSuite.class);
        results.testEvents().assertStatistics(statistics -> statistics.started(0));
        results.containerEvents().assertStatistics(statistics -> statistics.failed(1));
    }

    @Test
    void suiteOfAnEngineLeftOutIsAborted() {
        System.setProperty(EngineSelection.PROPERTY, "sqlite");
        run(PostgresqlSuite.class).containerEvents().assertStatistics(statistics -> statistics.aborted(1));
    }

    @Test
    void engineThatCannotRunHereAbortsAfterTheOthersRan() {
        EngineExecutionResults results = run(NoMysqlSuite.class);
        results.testEvents()
                .assertStatistics(statistics -> statistics.succeeded(2).failed(0));
        results.containerEvents()
                .assertStatistics(statistics -> statistics.aborted(1).failed(0));
    }

    @Test
    void failureNamesItsEngine() {
        List<String> notes = run(FailingSuite.class).testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result ->
                        result.getThrowable().orElseThrow().getSuppressed()[0].toString())
                .toList();
        assertThat(notes).containsExactly("failed on [SQLITE]", "failed on [MYSQL]");
    }

    private static EngineExecutionResults run(Class<?> suite) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(suite))
                .execute();
    }

    private static List<String> names(EngineExecutionResults results) {
        return results.containerEvents().started().stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .filter(name -> name.startsWith("["))
                .toList();
    }

    @EveryEngine
    static class ConstructorSuite {
        static TestDatabase last;

        private final TestDatabase database;

        ConstructorSuite(TestDatabase database) {
            this.database = database;
            last = database;
        }

        @Test
        void databaseIsEmptyAtFirst() throws SQLException {
            TestDatabaseTest.execute(database, "CREATE TABLE note (id INTEGER)");
        }

        @Nested
        class Inner {
            @Test
            void nestedClassesUseTheSameOne() throws SQLException {
                assertThat(TestDatabaseTest.query(database, "SELECT id FROM note"))
                        .isEmpty();
            }
        }
    }

    @EveryEngine
    abstract static class AbstractSuite {
        @Parameter
        TestDatabase database;

        @Test
        void inherited() throws SQLException {
            assertThat(TestDatabaseTest.query(database, "SELECT 1")).containsExactly("1");
        }
    }

    static class FieldSuite extends AbstractSuite {
        @Test
        void own() throws SQLException {
            assertThat(TestDatabaseTest.query(database, "SELECT 2")).containsExactly("2");
        }
    }

    @EveryEngine
    record FailingSuite(TestDatabase database) {
        @Nested
        class Inner {
            @Test
            void fails() {
                assertThat(database.engine()).isEqualTo(Engine.POSTGRESQL);
            }
        }
    }

    @ParameterizedClass
    @EngineSource(Engine.POSTGRESQL)
    record PostgresqlSuite(TestDatabase database) {
        @Test
        void neverRuns() {}
    }

    @ParameterizedClass
    @MethodSource("databases")
    record NoMysqlSuite(TestDatabase database) {
        static Stream<Arguments> databases() {
            return EngineArguments.databases(List.of(), List.of(Engine.values()), engine -> {
                if (engine == Engine.MYSQL) {
                    throw new TestAbortedException("no MySQL here");
                }
                return TestDatabases.create(engine);
            });
        }

        @Test
        void runs() {}
    }
}
