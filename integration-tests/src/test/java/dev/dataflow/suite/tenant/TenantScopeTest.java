package dev.dataflow.suite.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;

import dev.dataflow.DataFlow;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scope is bound to, and what it can be asked for. */
class TenantScopeTest extends TenantSuite {

    TenantScopeTest(TestDatabase database) {
        super(database);
    }

    @Test
    void withoutATenantNothingReachesTheDatabase() {
        story(acme, "own");
        STATEMENTS.clear();
        Scope nobody = new Scope(df);
        List<ThrowingCallable> calls = new ArrayList<>(List.of(
                () -> nobody.parties().create(new Party("b@x.com", "n")),
                () -> nobody.parties().create(d -> d.email("b@x.com").name("n")),
                () -> nobody.parties().read(1L),
                () -> nobody.parties().readAll(List.of()),
                () -> nobody.parties().update(1L, p -> p.name("n")),
                () -> nobody.parties().modify(1L, (row, p) -> p.name("n")),
                () -> nobody.parties().delete(1L),
                () -> nobody.parties().list(),
                () -> nobody.parties().stream(q -> {}),
                () -> nobody.parties().forEachBatch(q -> {}, 10, batch -> {}),
                () -> nobody.parties().explain(q -> {}),
                () -> nobody.parties().count(),
                () -> nobody.parties().aggregate(a -> a.count("n")),
                () -> nobody.parties()
                        .upsert(d -> d.email("b@x.com").name("n"), on -> on.conflictOn(PartyTable.PARTY.EMAIL)),
                () -> nobody.parties().bulkCreate(List.of()),
                () -> nobody.parties().bulkCreate(List.of(new Party("b@x.com", "n"))),
                () -> nobody.parties()
                        .bulkUpsert(List.of(new Party("b@x.com", "n")), o -> o.conflictOn(PartyTable.PARTY.EMAIL)),
                () -> nobody.parties().bulkUpdate(BulkQuery::confirmed, p -> p.name("n")),
                () -> nobody.parties().bulkUpdate(List.of()),
                () -> nobody.parties().bulkDelete(BulkQuery::confirmed),
                () -> nobody.invoices().restore(1L),
                () -> nobody.invoices().restore(BulkQuery::confirmed),
                () -> df.scoped(PartyTable.PARTY)));
        Map<String, Map<String, ?>> maps = new LinkedHashMap<>();
        maps.put("Create", Map.of("email", "b@x.com", "name", "n"));
        maps.put("Read", Map.of("id", 1));
        maps.put("Update", Map.of("filter", Map.of("id", 1), "fields", Map.of("name", "n")));
        maps.put("Delete", Map.of("id", 1));
        maps.put("List", Map.of());
        maps.put("Count", Map.of());
        maps.put("Aggregate", Map.of("aggregate", Map.of("n", Map.of("$count", "id"))));
        maps.put("Upsert", Map.of("where", Map.of("email", "b@x.com"), "create", Map.of("name", "n")));
        maps.put("BulkCreate", Map.of("data", List.of(Map.of("email", "b@x.com", "name", "n"))));
        maps.put("BulkUpdate", Map.of("filter", Map.of(), "update", Map.of("name", "n"), "confirmed", true));
        maps.put("BulkDelete", Map.of("filter", Map.of(), "confirmed", true));
        maps.put(
                "BulkUpsert",
                Map.of("data", List.of(Map.of("email", "b@x.com", "name", "n")), "conflict_on", List.of("email")));
        maps.forEach((kind, input) ->
                calls.add(() -> df.node("Party" + kind + "Node").run(input)));

        calls.forEach(call -> refused("DF-501", call));
        assertThat(STATEMENTS).isEmpty();
        assertThat(acme.parties().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "acme ",
                " acme",
                "-acme",
                "_acme",
                "acme' or '1'='1",
                "acme\"; drop table parties; --",
                "acme\u0000",
                "ac\nme",
                "äcme",
                "acme\u200b",
                "ａｃｍｅ",
                "../acme",
                "acme/x",
                "acme.x",
                "acme%",
                "acme\\",
                "${acme}",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void hostileIdsAreNone(String id) {
        refused("DF-502", () -> df.asTenant(id));
        assertThat(STATEMENTS).isEmpty();
    }

    @Test
    void idsThatDifferInCaseAreOfDifferentTenants() {
        Scope upper = new Scope(df.asTenant("ACME"));
        try {
            acme.parties().create(new Party("a@x.com", "lower"));
            upper.parties().create(new Party("a@x.com", "upper"));
            assertThat(acme.parties().list().records()).extracting(Party::name).containsExactly("lower");
            assertThat(upper.parties().list().records()).extracting(Party::name).containsExactly("upper");
        } finally {
            upper.empty();
        }
    }

    @Test
    void aScopeOfATenantLeadsToNoOther() {
        assertThat(acme.df().asTenant("acme")).isSameAs(acme.df());
        refused("DF-505", () -> acme.df().asTenant("globex"));
        refused("DF-505", () -> acme.df().acrossTenants("test"));
        refused("DF-505", () -> df.acrossTenants("test").asTenant("acme"));
        acme.df().transaction(tx -> refused("DF-505", () -> tx.asTenant("globex")));
        acme.df().close();
        assertThat(acme.parties().count()).isZero();
    }

    @Test
    void transactionsAreOfTheirScope() {
        df.transaction(tx -> {
            PartyNodes.on(tx.asTenant("acme")).create(new Party("a@x.com", "own"));
            PartyNodes.on(tx.asTenant("globex")).create(new Party("a@x.com", "other"));
            assertThat(acme.parties().count()).isEqualTo(1);
            refused("DF-501", () -> PartyNodes.on(tx).count());
        });
        acme.df()
                .transaction(tx -> tx.transaction(inner -> {
                    assertThat(PartyNodes.on(inner).list().records())
                            .extracting(Party::name)
                            .containsExactly("own");
                }));
    }

    @Test
    void acrossTenantsIsForReading() {
        Party own = story(acme, "own");
        Party other = story(globex, "other");
        for (String code : List.of("a", "b", "c")) {
            acme.topics().create(new Topic(code, "ours", null));
            globex.topics().create(new Topic(code, "theirs", null));
        }
        globex.topics().create(new Topic("d", "theirs", "a"));
        refused("DF-107", () -> df.acrossTenants(" "));
        Scope all = new Scope(df.acrossTenants("test"));

        assertThat(all.parties().list(q -> q.orderBy(PartyTable.PARTY.ID)).records())
                .containsExactly(own, other);
        assertThat(all.parties().count()).isEqualTo(2);
        assertThat(all.parties().read(other.id())).contains(other);
        assertThat(all.parties()
                        .aggregate(a -> a.groupBy(PartyTable.PARTY.TENANT_ID).count("n")))
                .hasSize(2);
        List<Topic> pages = new ArrayList<>();
        var page = all.topics().list(q -> q.limit(1));
        pages.addAll(page.records());
        while (page.hasNext()) {
            page = page.next();
            pages.addAll(page.records());
        }
        assertThat(pages).hasSize(7).doesNotHaveDuplicates();
        try (Stream<Topic> stream = all.topics().stream(q -> {})) {
            assertThat(stream).hasSize(7);
        }
        assertThat(all.topics().count(q -> q.filter(Map.of("children", Map.of("$some", Map.of())))))
                .isEqualTo(1);
        assertThat(all.topics()
                        .list(q -> q.filter(Map.of("parent", Map.of("label", "ours"))))
                        .records())
                .isEmpty();
        assertThat(all.topics()
                        .list(q -> q.filter(Map.of("parent", Map.of("label", "theirs"))))
                        .records())
                .hasSize(1);

        refused("DF-504", () -> all.topics().read("a"));
        refused("DF-504", () -> all.topics().readAll(List.of("a")));
        refused("DF-504", () -> all.parties().list(q -> {}, TenancyReadTest.WithInvoices.class));
        refused("DF-504", () -> all.parties().create(new Party("c@x.com", "n")));
        refused("DF-504", () -> all.parties().update(own.id(), p -> p.name("n")));
        refused("DF-504", () -> all.parties().delete(own.id()));
        refused("DF-504", () -> all.parties().bulkCreate(List.of(new Party("c@x.com", "n"))));
        refused("DF-504", () -> all.parties().bulkUpdate(BulkQuery::confirmed, p -> p.name("n")));
        refused("DF-504", () -> all.parties().bulkDelete(BulkQuery::confirmed));
        refused("DF-504", () -> all.parties().bulkUpsert(List.of(own), o -> o.conflictOn(PartyTable.PARTY.EMAIL)));
        refused("DF-504", () -> all.invoices().restore(BulkQuery::confirmed));
        assertThat(all.parties().list(q -> q.orderBy(PartyTable.PARTY.ID)).records())
                .containsExactly(own, other);
    }

    @Test
    void acrossTenantsIsOffUnlessAllowed() {
        try (DataFlow strict = builder(database.url()).allowAcrossTenants(false).build()) {
            refused("DF-510", () -> strict.acrossTenants("test"));
            strict.transaction(tx -> refused("DF-510", () -> tx.acrossTenants("test")));
            refused("DF-505", () -> strict.asTenant("acme").acrossTenants("test"));
        }
        assertThat(STATEMENTS).isEmpty();
    }

    @Test
    void plainSqlOfATenantIsAskedForByName() {
        story(acme, "own");
        story(globex, "other");
        Invoice gone = acme.invoices()
                .create(new Invoice(acme.parties().list().records().get(0).id(), "gone"));
        acme.invoices().delete(gone.id());
        refused("DF-506", () -> acme.df().dsl());
        acme.df().transaction(tx -> refused("DF-506", tx::dsl));
        refused("DF-107", () -> acme.df().unscopedDsl(""));
        assertThat(acme.df().unscopedDsl("test").fetchCount(PartyTable.PARTY)).isEqualTo(2);
        assertThat(df.dsl().fetchCount(PartyTable.PARTY)).isEqualTo(2);

        assertThat(acme.df()
                        .unscopedDsl("test")
                        .select(PartyTable.PARTY.NAME, InvoiceTable.INVOICE.NUMBER)
                        .from(acme.df().scoped(PartyTable.PARTY))
                        .join(acme.df().scoped(InvoiceTable.INVOICE))
                        .on(InvoiceTable.INVOICE.PARTY_ID.eq(PartyTable.PARTY.ID))
                        .fetch(PartyTable.PARTY.NAME))
                .containsExactly("own");
        assertThat(df.unscopedDsl("test")
                        .select(count())
                        .from(df.acrossTenants("test").scoped(PartyTable.PARTY))
                        .fetchSingle()
                        .value1())
                .isEqualTo(2);
    }

    @Test
    void theSchemaIsFoundAsItWasMade() {
        acme.parties().create(new Party("a@x.com", "own"));
        try (DataFlow again = builder(database.url()).build()) {
            assertThat(PartyNodes.on(again.asTenant("acme")).count()).isEqualTo(1);
        }
    }
}
