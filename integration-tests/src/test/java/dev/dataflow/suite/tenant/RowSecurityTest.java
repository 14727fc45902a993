package dev.dataflow.suite.tenant;

import static dev.dataflow.suite.tenant.InvoiceTable.INVOICE;
import static dev.dataflow.suite.tenant.PartyTable.PARTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import dev.dataflow.DataFlow;
import dev.dataflow.error.ForeignKeyViolationException;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.node.BulkResult;
import dev.dataflow.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** What PostgreSQL's row security keeps apart by itself, and that it is told in time and forgotten in time. */
@UnderRowSecurity
class RowSecurityTest extends TenantSuite {

    private static final Table<?> TABLE = DSL.table("tenant_parties");

    RowSecurityTest(TestDatabase database) {
        super(database);
    }

    private static int count(DataFlow scope) {
        return scope.dsl().fetchCount(TABLE);
    }

    /** What the database was told on whichever connection comes next. */
    private static String told() {
        return String.valueOf(df.dsl()
                .select(field("coalesce(current_setting('dataflow.tenant', true), '')"))
                .fetchSingle()
                .value1());
    }

    private static int insert(DSLContext dsl, String tenant) {
        return dsl.execute(
                "insert into tenant_parties (email, name, tenant_id, created_at, updated_at)"
                        + " values ('raw@x.com', 'raw', ?, now(), now())",
                tenant);
    }

    private static void violates(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("42501"));
    }

    private static void looksAtOwnRowsOnly(DataFlow mine, DataFlow others) {
        DSLContext dsl = mine.dsl();
        assertThat(dsl.select(PARTY.NAME).from(PARTY).fetch(PARTY.NAME)).containsExactly("own");
        assertThat(dsl.fetchCount(INVOICE)).isEqualTo(1);
        assertThat(dsl.execute("update tenant_parties set name = name")).isEqualTo(1);
        assertThat(dsl.execute("update tenant_parties set name = 'x' where tenant_id = 'globex'"))
                .isZero();
        assertThat(dsl.execute("delete from tenant_payments where tenant_id = 'globex'"))
                .isZero();
        assertThat(others.dsl().select(PARTY.NAME).from(PARTY).fetch(PARTY.NAME))
                .containsExactly("other");
        assertThat(insert(dsl, "acme")).isEqualTo(1);
        assertThat(dsl.execute("delete from tenant_parties where name = 'raw'")).isEqualTo(1);
    }

    @Test
    void plainSqlSeesOneTenantOnly() {
        story(acme, "own");
        story(globex, "other");
        looksAtOwnRowsOnly(acme.df(), globex.df());
        df.transaction(tx -> looksAtOwnRowsOnly(tx.asTenant("acme"), tx.asTenant("globex")));
        violates(() -> insert(acme.df().dsl(), "globex"));
        violates(() -> acme.df().dsl().execute("update tenant_parties set tenant_id = 'globex'"));
        acme.df().transaction(tx -> {
            violates(() -> tx.transaction(inner -> insert(inner.dsl(), "globex")));
            violates(() ->
                    tx.transaction(inner -> inner.dsl().execute("update tenant_parties set tenant_id = 'globex'")));
            assertThat(count(tx)).isEqualTo(1);
        });
        acme.df()
                .dsl()
                .transaction(inner -> assertThat(inner.dsl().fetchCount(TABLE)).isEqualTo(1));
        assertThat(globex.parties().list().records()).extracting(Party::name).containsExactly("other");
        assertThat(acme.df().unscopedDsl("test").fetchCount(TABLE)).isEqualTo(1);
    }

    @Test
    void plainSqlOfNobodySeesNothing() {
        story(acme, "own");
        assertThat(count(df)).isZero();
        violates(() -> insert(df.dsl(), "acme"));
        assertThat(df.dsl().execute("delete from tenant_payments")).isZero();
        df.transaction(tx -> {
            assertThat(PartyNodes.on(tx.asTenant("acme")).count()).isEqualTo(1);
            assertThat(count(tx)).isZero();
            assertThat(count(tx.asTenant("globex"))).isZero();
            assertThat(count(tx.asTenant("acme"))).isEqualTo(1);
            assertThat(count(tx)).isZero();
        });
    }

    @Test
    void acrossTenantsReadsAndTheDatabaseLetsItWriteNothing() {
        story(acme, "own");
        story(globex, "other");
        DataFlow all = df.acrossTenants("test");
        assertThat(PartyNodes.on(all).count()).isEqualTo(2);
        assertThat(count(all)).isEqualTo(2);
        assertThat(all.dsl().execute("update tenant_parties set name = 'x'")).isZero();
        assertThat(all.dsl().execute("delete from tenant_payments")).isZero();
        violates(() -> insert(all.dsl(), "acme"));
        assertThat(count(df)).isZero();
    }

    @Test
    void noConnectionCarriesATenant() {
        Party own = story(acme, "own");
        assertThat(told()).isEmpty();
        assertThatThrownBy(() -> acme.parties().create(new Party("own@x.com", "again")))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(told()).isEmpty();
        acme.slots().create(new Slot(1, 1, "own"));
        assertThatThrownBy(() -> acme.slots().create(new Slot(1, 1, "again")))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(told()).isEmpty();
        assertThat(acme.slots().count()).isEqualTo(1);
        assertThatThrownBy(() -> acme.df().dsl().execute("select 1 / 0 from tenant_parties"))
                .isInstanceOf(DataAccessException.class);
        assertThat(told()).isEmpty();
        assertThatThrownBy(() -> acme.df().transaction(tx -> {
                    PartyNodes.on(tx).update(own.id(), p -> p.name("other"));
                    throw new IllegalStateException("undo");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(told()).isEmpty();
        try (var rows = acme.df().dsl().fetchLazy("select * from tenant_parties")) {
            assertThat(rows.fetchNext(1)).hasSize(1);
            assertThat(told()).isEmpty();
        }
        assertThat(acme.parties().read(own.id())).contains(own);
    }

    @Test
    void scopesShareATransactionAndItsSavepoints() {
        story(acme, "own");
        story(globex, "other");
        globex.parties().create(new Party("b@x.com", "second"));
        df.transaction(tx -> {
            DataFlow mine = tx.asTenant("acme");
            DataFlow theirs = tx.asTenant("globex");
            assertThat(count(mine)).isEqualTo(1);
            assertThatThrownBy(() -> tx.transaction(inner -> {
                        assertThat(PartyNodes.on(inner.asTenant("globex")).count())
                                .isEqualTo(2);
                        throw new IllegalStateException("undo");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(count(mine)).isEqualTo(1);
            assertThat(PartyNodes.on(theirs).count()).isEqualTo(2);
            assertThat(count(mine)).isEqualTo(1);
            // plain SQL may undo what the database was told
            mine.dsl().execute("savepoint mine");
            assertThat(PartyNodes.on(theirs).count()).isEqualTo(2);
            theirs.dsl().execute("rollback to savepoint mine");
            assertThat(count(theirs)).isEqualTo(2);
            assertThat(PartyNodes.on(theirs).count()).isEqualTo(2);
            assertThat(PartyNodes.on(mine).count()).isEqualTo(1);
            theirs.dsl().execute("select set_config('dataflow.tenant', 'acme', true)");
            assertThat(count(theirs)).isEqualTo(2);
            assertThat(PartyNodes.on(theirs).count()).isEqualTo(2);
        });
    }

    @Test
    void aStreamKeepsToItsTenantWhileOthersAreUsed() {
        acme.parties().bulkCreate(parties(3000));
        globex.parties().bulkCreate(parties(2));
        for (DataFlow around : List.of(df, acme.df())) {
            around.transaction(tx -> {
                int seen = 0;
                try (Stream<Party> stream = PartyNodes.on(tx.asTenant("acme")).stream(q -> {})) {
                    for (Party party : (Iterable<Party>) stream::iterator) {
                        assertThat(party.tenantId()).isEqualTo("acme");
                        if (seen++ % 500 == 0 && around == df) {
                            assertThat(PartyNodes.on(tx.asTenant("globex")).count())
                                    .isEqualTo(2);
                            assertThat(count(tx)).isZero();
                        }
                    }
                }
                assertThat(seen).isEqualTo(3000);
            });
        }
        try (Stream<Party> stream = acme.parties().stream(q -> {})) {
            assertThat(stream).hasSize(3000);
        }
        assertThat(told()).isEmpty();
    }

    /** PostgreSQL looks at a policy when it first needs a table's rows, here for the last party. */
    @Test
    void aStreamKeepsToItsTenantInRelationsToo() {
        acme.parties().bulkCreate(parties(2500));
        story(acme, "special");
        df.transaction(tx -> {
            long seen = 0;
            try (Stream<Party> stream = PartyNodes.on(tx.asTenant("acme")).stream(q -> q.filter(Map.of(
                    "$or",
                    List.of(
                            Map.of("name", Map.of("$ne", "special")),
                            Map.of("invoices", Map.of("$some", Map.of()))))))) {
                for (Party party : (Iterable<Party>) stream::iterator) {
                    if (seen++ % 500 == 0) {
                        PartyNodes.on(tx.asTenant("globex")).count();
                    }
                }
            }
            assertThat(seen).isEqualTo(2501);
        });
    }

    private static List<Party> parties(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Party("n" + i + "@x.com", "n" + i))
                .toList();
    }

    @Test
    void manyRowsAreCopiedAndCountedExactly() {
        List<Party> many = parties(3000);
        BulkResult<Long> created = acme.parties().bulkCreate(many, o -> o.returnIds());
        assertThat(created.inserted()).isEqualTo(3000);
        assertThat(STATEMENTS).anyMatch(event -> event.sql().startsWith("copy \"pg_temp\""));
        List<Party> stored = acme.parties().readAll(created.ids());
        assertThat(stored)
                .extracting(Party::email)
                .containsExactlyElementsOf(many.stream().map(Party::email).toList());
        assertThat(globex.parties()
                        .bulkUpsert(parties(3100), o -> o.conflictOn(PARTY.EMAIL))
                        .inserted())
                .isEqualTo(3100);
        BulkResult<Long> upserted = acme.parties().bulkUpsert(parties(3100), o -> o.conflictOn(PARTY.EMAIL));
        assertThat(List.of(upserted.inserted(), upserted.updated())).containsExactly(100L, 3000L);
        assertThat(acme.parties().bulkUpdate(stored).updated()).isEqualTo(3000);
        assertThat(acme.parties()
                        .bulkDelete(q -> q.where(PARTY.NAME.like("n1%")))
                        .deleted())
                .isPositive();
        assertThat(globex.parties().count()).isEqualTo(3100);
    }

    /** Drivers and servers go other ways once a statement has run a few times. */
    @Test
    void aStatementRunOftenIsStillToldForWhom() {
        Party own = story(acme, "own");
        Party other = story(globex, "other");
        for (int i = 0; i < 25; i++) {
            assertThat(acme.parties().read(own.id())).contains(own);
            assertThat(globex.parties().read(other.id())).contains(other);
            assertThat(globex.parties().read(own.id())).isEmpty();
            assertThat(acme.parties()
                            .list(q -> q.where(PARTY.COUNTRY_ID.isNull()))
                            .records())
                    .containsExactly(own);
            String number = "N-" + i;
            assertThat(acme.parties()
                            .update(own.id(), p -> p.name(number).countryId(null))
                            .name())
                    .isEqualTo(number);
            Payment paid = acme.payments().create(new Payment(null, null, i));
            assertThat(acme.payments().delete(paid.id())).isTrue();
            own = acme.parties().read(own.id()).orElseThrow();
            assertThat(count(acme.df())).isEqualTo(1);
        }
    }

    @Test
    void aSingleStatementIsToldInOneMessage() {
        acme.parties().count();
        assertThat(STATEMENTS)
                .singleElement()
                .satisfies(event -> assertThat(event.sql())
                        .startsWith("select where set_config('dataflow.tenant', ?, true) is null; select count")
                        .doesNotContain("commit")
                        .doesNotContain("acme"));
        STATEMENTS.clear();
        acme.df().transaction(tx -> {
            PartyNodes.on(tx).count();
            PartyNodes.on(tx).count();
        });
        assertThat(STATEMENTS).hasSize(2);
        assertThat(STATEMENTS.get(0).sql()).startsWith("select set_config('dataflow.tenant', ?, true); select count");
        assertThat(STATEMENTS.get(1).sql()).startsWith("select count");
    }

    @Test
    void aSharedRowStaysForTheRowsThatAnotherTenantHas() {
        Country country = CountryNodes.on(df).create(d -> d.code("DE"));
        globex.parties().create(d -> d.email("g@x.com").name("g").countryId(country.id()));
        assertThatThrownBy(() -> CountryNodes.on(acme.df()).delete(country.id()))
                .isInstanceOf(ForeignKeyViolationException.class);
        assertThat(CountryNodes.on(df).read(country.id())).contains(country);
        assertThat(CountryNodes.on(globex.df()).delete(country.id())).isTrue();
        assertThat(globex.parties().list().records())
                .extracting(Party::countryId)
                .containsExactly((Long) null);
    }

    @Test
    void theRowsOfAllAreInSightForOneStatementOnly() {
        story(globex, "other");
        acme.parties().bulkCreate(parties(300));
        Country country = CountryNodes.on(df).create(d -> d.code("FR"));
        df.transaction(tx -> {
            DataFlow mine = tx.asTenant("acme");
            int seen = 0;
            try (var rows = mine.dsl().selectFrom(TABLE).fetchSize(50).fetchLazy()) {
                while (rows.hasNext()) {
                    assertThat(rows.fetchNext().get("tenant_id")).isEqualTo("acme");
                    if (seen++ == 120) {
                        assertThat(CountryNodes.on(mine).delete(country.id())).isTrue();
                        assertThat(PartyNodes.on(tx.acrossTenants("test")).count())
                                .isEqualTo(301);
                    }
                }
            }
            assertThat(seen).isEqualTo(300);
            PartyNodes.on(tx.acrossTenants("test")).count();
            assertThat(tx.dsl().fetchCount(TABLE)).isZero();
        });
    }

    @Test
    void aFailureAtTheCommitOfPlainSqlIsThrown() {
        acme.df()
                .dsl()
                .execute("create table late (id int primary key, up int references late deferrable initially"
                        + " deferred)");
        try {
            assertThatThrownBy(() -> acme.df().dsl().execute("insert into late values (1, 2)"))
                    .isInstanceOf(ForeignKeyViolationException.class);
            assertThatThrownBy(() -> acme.df()
                            .dsl()
                            .select(inline(1))
                            .from("unknown_table")
                            .fetch())
                    .isInstanceOf(DataAccessException.class);
            assertThat(acme.df().dsl().fetchCount(DSL.table("late"))).isZero();
        } finally {
            df.dsl().execute("drop table late");
        }
    }

    @Test
    void threadsOfManyTenantsShareFewConnections() throws Exception {
        int threads = 8;
        try (DataFlow few = builder(database.url()).poolSize(2).build()) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                List<Callable<Void>> work = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    Scope scope = new Scope(few.asTenant("t" + thread));
                    int own = thread + 1;
                    work.add(() -> {
                        useAgainAndAgain(scope, own);
                        return null;
                    });
                }
                for (Future<Void> done : pool.invokeAll(work)) {
                    done.get();
                }
            } finally {
                pool.shutdown();
            }
        }
        assertThat(PartyNodes.on(df.acrossTenants("test")).count()).isZero();
    }

    private static void useAgainAndAgain(Scope scope, int own) {
        scope.parties().bulkCreate(parties(own));
        for (int i = 0; i < 40; i++) {
            assertThat(count(scope.df())).isEqualTo(own);
            assertThat(scope.parties().count()).isEqualTo(own);
            assertThatThrownBy(() -> scope.df().transaction(tx -> {
                        assertThat(count(tx)).isEqualTo(own);
                        PartyNodes.on(tx).create(new Party("more@x.com", "more"));
                        assertThat(count(tx)).isEqualTo(own + 1);
                        throw new IllegalStateException("undo");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> scope.parties().create(new Party("n0@x.com", "again")))
                    .isInstanceOf(UniqueViolationException.class);
        }
        scope.empty();
    }
}
