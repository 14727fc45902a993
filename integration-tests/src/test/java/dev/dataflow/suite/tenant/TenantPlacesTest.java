package dev.dataflow.suite.tenant;

import static dev.dataflow.config.TenancyStrategy.DATABASE;
import static dev.dataflow.config.TenancyStrategy.SCHEMA;
import static dev.dataflow.suite.tenant.TenantSuite.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.DataFlow;
import dev.dataflow.DataFlowBuilder;
import dev.dataflow.config.TenancyStrategy;
import dev.dataflow.suite.OrdinaryUser;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tenants with a schema or a database each. */
@EveryEngine
@Timeout(60)
class TenantPlacesTest {

    private final TestDatabase database;

    TenantPlacesTest(TestDatabase database) {
        this.database = database;
    }

    private DataFlowBuilder builder(TenancyStrategy strategy) {
        return builder(database.url(), strategy);
    }

    private static DataFlowBuilder builder(String url, TenancyStrategy strategy) {
        return DataFlow.builder()
                .url(url)
                .models(Country.class, Party.class, Invoice.class, Payment.class, Topic.class, Slot.class)
                .tenancyStrategy(strategy);
    }

    private boolean isPossible(TenancyStrategy strategy) {
        return strategy == DATABASE || database.engine() != Engine.SQLITE;
    }

    /** What a test left beside the database, which is dropped with the class. */
    @AfterEach
    void dropPlaces() throws SQLException, IOException {
        if (database.engine() == Engine.SQLITE) {
            Path file = Path.of(database.url().replaceAll("^jdbc:sqlite:|[?].*", ""));
            try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
                for (Path each : files.filter(path -> path.toString().contains(".tenant_"))
                        .toList()) {
                    Files.delete(each);
                }
            }
            return;
        }
        boolean postgresql = database.engine() == Engine.POSTGRESQL;
        String quote = postgresql ? "\"" : "`";
        for (String name : names("select schema_name from information_schema.schemata where schema_name like '"
                + (postgresql ? "tenant\\_%" : database.name() + "\\_tenant\\_%") + "'")) {
            execute("drop schema " + quote + name + quote + (postgresql ? " cascade" : ""));
        }
        if (postgresql) {
            for (String name : names(
                    "select datname from pg_database where datname like '" + database.name() + "\\_tenant\\_%'")) {
                execute("drop database \"" + name + "\" with (force)");
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> names(String sql) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEMA", "DATABASE"})
    void eachTenantHasTablesOfItsOwn(TenancyStrategy strategy) {
        assumeTrue(isPossible(strategy));
        List<String> ids = List.of("acme", "ACME", "a-b", "a_b", "a0b", "Acme", "0");
        try (DataFlow df = builder(strategy).build()) {
            for (String id : ids) {
                TenantSuite.Scope scope = new TenantSuite.Scope(df.asTenant(id));
                Party party = TenantSuite.story(scope, id);
                assertThat(party.id()).isEqualTo(1);
                assertThat(scope.df().unscopedDsl("test").fetchCount(PartyTable.PARTY))
                        .isEqualTo(1);
            }
            for (String id : ids) {
                assertThat(PartyNodes.on(df.asTenant(id)).list().records())
                        .extracting(Party::name)
                        .containsExactly(id);
                try (Stream<Party> rows = PartyNodes.on(df.asTenant(id)).stream(q -> {})) {
                    assertThat(rows).hasSize(1);
                }
            }
            assertThat(df.dsl().fetchCount(PartyTable.PARTY)).isZero();
            assertThat(df.activeConnections()).isZero();
        }
        try (DataFlow again = builder(strategy).autoMigrate(false).build()) {
            assertThat(PartyNodes.on(again.asTenant("a-b")).list().records())
                    .extracting(Party::name)
                    .containsExactly("a-b");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEMA", "DATABASE"})
    void statementsAreRenderedForAllTenantsOnce(TenancyStrategy strategy) {
        assumeTrue(isPossible(strategy));
        try (DataFlow df = builder(strategy).build()) {
            TopicNodes.on(df.asTenant("acme")).count();
            TopicNodes.on(df.asTenant("acme")).create(new Topic("a", "b", null));
            long rendered = df.statementCache().misses();
            TopicNodes.on(df.asTenant("globex")).count();
            TopicNodes.on(df.asTenant("globex")).create(new Topic("a", "b", null));
            assertThat(df.statementCache().misses()).isEqualTo(rendered);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEMA", "DATABASE"})
    void aTenantThatNoScopeIsHeldOfStaysOpen(TenancyStrategy strategy) {
        assumeTrue(isPossible(strategy));
        try (DataFlow df = builder(strategy).openTenants(2).build()) {
            for (int i = 0; i < 5; i++) {
                TopicNodes.on(df.asTenant("acme")).count();
                System.gc();
                assertThat(df.openTenants()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEMA", "DATABASE"})
    void fewTenantsAreOpenAtOnceAndNoneInUseIsClosed(TenancyStrategy strategy) throws Exception {
        assumeTrue(isPossible(strategy));
        try (DataFlow df = builder(strategy)
                .openTenants(2)
                .connectionTimeout(Duration.ofMillis(400))
                .build()) {
            List<TopicNodes> scopes = Stream.of("t1", "t2", "t3", "t4", "t5")
                    .map(id -> TopicNodes.on(df.asTenant(id)))
                    .toList();
            for (int i = 0; i < 3; i++) {
                String code = "c" + i;
                for (TopicNodes scope : scopes) {
                    scope.create(new Topic(code, "x", null));
                    assertThat(scope.count()).isEqualTo(i + 1);
                    assertThat(df.openTenants()).isLessThanOrEqualTo(2);
                }
            }
            System.gc(); // scopes that only nodes hold stay the tenant's
            ExecutorService others = Executors.newFixedThreadPool(2);
            try {
                df.asTenant("t1").transaction(tx -> {
                    scopes.get(0).create(new Topic("kept", "x", null));
                    CountDownLatch began = new CountDownLatch(1);
                    CountDownLatch end = new CountDownLatch(1);
                    Future<?> second = others.submit(() -> df.asTenant("t2").transaction(inner -> {
                        scopes.get(1).create(new Topic("kept", "x", null));
                        began.countDown();
                        await(end);
                    }));
                    await(began);
                    Future<?> third = others.submit(
                            () -> refused("DF-411", () -> scopes.get(2).count()));
                    third.get();
                    end.countDown();
                    second.get();
                    assertThat(scopes.get(0).count()).isEqualTo(4);
                });
            } finally {
                others.shutdown();
            }
            assertThat(scopes.get(2).count()).isEqualTo(3);
            assertThat(scopes.get(0).count()).isEqualTo(4);
            assertThat(scopes.get(1).count()).isEqualTo(4);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEMA", "DATABASE"})
    void tenThreadsOpenOneTenantAtOnce(TenancyStrategy strategy) throws Exception {
        assumeTrue(isPossible(strategy));
        try (DataFlow df = builder(strategy).poolSize(3).build();
                DataFlow second = builder(strategy).poolSize(3).build()) {
            ExecutorService pool = Executors.newFixedThreadPool(10);
            try {
                List<Callable<Void>> work = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    String code = "c" + i;
                    DataFlow one = i % 2 == 0 ? df : second;
                    work.add(() -> {
                        TopicNodes.on(one.asTenant("acme")).create(new Topic(code, "x", null));
                        return null;
                    });
                }
                for (Future<Void> done : pool.invokeAll(work)) {
                    done.get();
                }
            } finally {
                pool.shutdown();
            }
            assertThat(TopicNodes.on(df.asTenant("acme")).count()).isEqualTo(10);
            assertThat(df.openTenants()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEMA", "DATABASE"})
    void aTransactionIsOfOnePlace(TenancyStrategy strategy) {
        assumeTrue(isPossible(strategy));
        try (DataFlow df = builder(strategy).allowAcrossTenants(true).build()) {
            TopicNodes acme = TopicNodes.on(df.asTenant("acme"));
            TopicNodes globex = TopicNodes.on(df.asTenant("globex"));
            acme.create(new Topic("a", "x", null));
            globex.create(new Topic("a", "x", null));
            df.transaction(tx -> {
                refused("DF-512", () -> tx.asTenant("acme"));
                refused("DF-512", acme::count);
                refused("DF-512", () -> df.asTenant("acme").transaction(inner -> {}));
                refused("DF-512", () -> acme.stream(q -> {}).close());
                refused("DF-512", () -> df.asTenant("acme").unscopedDsl("test").fetch("select 1"));
            });
            df.asTenant("acme").transaction(tx -> {
                acme.update("a", p -> p.label("changed"));
                assertThat(TopicNodes.on(tx).list().records())
                        .extracting(Topic::label)
                        .containsExactly("changed");
                refused("DF-512", globex::count);
                refused("DF-512", () -> CountryNodes.on(df).count());
                refused("DF-512", () -> globex.bulkCreate(List.of(new Topic("b", "x", null))));
                assertThat(tx.asTenant("acme")).isSameAs(tx);
                refused("DF-505", () -> tx.asTenant("globex"));
            });
            assertThat(globex.list().records()).extracting(Topic::label).containsExactly("x");
            assertThat(acme.list().records()).extracting(Topic::label).containsExactly("changed");
            refused("DF-504", () -> df.acrossTenants("test"));
            df.transaction(tx -> CountryNodes.on(tx).create(d -> d.code(strategy.name())));
            assertThat(CountryNodes.on(df.asTenant("acme")).count()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEMA", "DATABASE"})
    void whatIsNotThereAndMayNotBeCreatedIsRefused(TenancyStrategy strategy) throws SQLException {
        assumeTrue(isPossible(strategy));
        builder(strategy).build().close();
        try (DataFlow df = builder(strategy).autoMigrate(false).build()) {
            TopicNodes acme = TopicNodes.on(df.asTenant("acme"));
            refused("DF-513", acme::count);
            refused("DF-513", acme::count);
            try (DataFlow admin = builder(strategy).build()) {
                TopicNodes.on(admin.asTenant("acme")).create(new Topic("a", "x", null));
            }
            assertThat(acme.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEMA", "DATABASE"})
    void closedMeansClosed(TenancyStrategy strategy) {
        assumeTrue(isPossible(strategy));
        DataFlow df = builder(strategy).build();
        TopicNodes acme = TopicNodes.on(df.asTenant("acme"));
        assertThat(acme.count()).isZero();
        TopicNodes globex = TopicNodes.on(df.asTenant("globex"));
        df.close();
        refused("DF-016", acme::count);
        refused("DF-016", globex::count);
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        int most = database.engine() == Engine.SQLITE ? 63 : 17;
        try (DataFlow df = builder(DATABASE).build()) {
            df.asTenant("a".repeat(most));
            if (database.engine() != Engine.SQLITE) {
                refused("DF-502", () -> df.asTenant("A".repeat(32)));
            }
        }
    }

    @Test
    void whatCannotBeIsRefusedAtOpen() {
        if (database.engine() == Engine.SQLITE) {
            refused("DF-511", () -> builder(SCHEMA).build());
            refused("DF-511", () -> builder(":memory:", DATABASE).build());
        }
        org.sqlite.SQLiteDataSource given = new org.sqlite.SQLiteDataSource();
        given.setUrl("jdbc:sqlite::memory:");
        refused(
                "DF-511",
                () -> DataFlow.builder()
                        .dataSource(given)
                        .models(Topic.class)
                        .tenancyStrategy(DATABASE)
                        .build());
    }

    @ParameterizedTest
    @EnumSource(names = {"SCHEMA", "DATABASE"})
    void rowSecurityHoldsInPlacesToo(TenancyStrategy strategy) throws SQLException {
        assumeTrue(database.engine() == Engine.POSTGRESQL);
        try (TestDatabase own = TestDatabases.create(Engine.POSTGRESQL)) {
            TestDatabase ordinary = OrdinaryUser.of(own);
            execute("alter role " + ordinary.user() + " createdb");
            try {
                holds(ordinary.url(), strategy);
            } finally {
                for (String tenant : List.of("acme", "globex")) {
                    execute("drop database if exists \"" + own.name() + "_tenant_" + tenant + "\" with (force)");
                }
            }
        }
    }

    private static void holds(String url, TenancyStrategy strategy) {
        try (DataFlow df = builder(url, strategy).requireRowSecurity(true).build()) {
            DataFlow acme = df.asTenant("acme");
            for (String tenant : List.of("acme", "globex")) {
                TopicNodes.on(df.asTenant(tenant)).create(new Topic("a", tenant, null));
            }
            assertThat(TopicNodes.on(acme).list().records())
                    .extracting(Topic::label)
                    .containsExactly("acme");
            assertThat(acme.dsl().fetchCount(TopicTable.TOPIC)).isEqualTo(1);
            assertThatThrownBy(() -> acme.dsl().execute("update tenant_topics set tenant_id = 'globex'"))
                    .isInstanceOfSatisfying(
                            DataAccessException.class,
                            e -> assertThat(e.sqlState()).isEqualTo("42501"));
            acme.dsl().execute("alter table tenant_topics no force row level security");
        }
        try (DataFlow df = builder(url, strategy).requireRowSecurity(true).build()) {
            refused("DF-508", () -> TopicNodes.on(df.asTenant("acme")).count());
            assertThat(TopicNodes.on(df.asTenant("globex")).count()).isEqualTo(1);
        }
    }
}
