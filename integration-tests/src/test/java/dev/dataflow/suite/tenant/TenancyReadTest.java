package dev.dataflow.suite.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.NotFoundException;
import dev.dataflow.query.Page;
import dev.dataflow.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No read of a tenant sees a row of another. */
class TenancyReadTest extends TenantSuite {

    TenancyReadTest(TestDatabase database) {
        super(database);
    }

    /** An party with what its relation leads to. */
    record WithInvoices(long id, List<Invoice> invoices) {}

    /** A topic with both its relations. */
    record Node(String code, @Nullable Topic parent, List<Topic> children) {}

    /** A country with the parties in it. */
    record WithParties(long id, List<Party> parties) {}

    @Test
    void eachNodeSeesTheRowsOfItsTenant() {
        Party own = story(acme, "own");
        Party other = story(globex, "other");
        assertThat(own.tenantId()).isEqualTo("acme");
        assertThat(other.tenantId()).isEqualTo("globex");

        assertThat(acme.parties().read(own.id())).contains(own);
        assertThat(acme.parties().read(other.id())).isEmpty();
        assertThat(acme.parties().read(other.id(), WithInvoices.class)).isEmpty();
        assertThat(acme.parties().readAll(List.of(own.id(), other.id()))).containsExactly(own);
        assertThat(acme.parties().list().records()).containsExactly(own);
        assertThat(acme.parties().list(q -> q.limit(5).withTotal()).total()).hasValue(1);
        assertThat(acme.parties().count()).isEqualTo(1);
        assertThat(acme.parties()
                        .count(q -> q.where(PartyTable.PARTY.NAME.eq("other").or(PartyTable.PARTY.ID.gt(0L)))))
                .isEqualTo(1);
        assertThat(acme.parties().aggregate(a -> a.count("n")).get(0).toMap()).containsEntry("n", 1L);
        try (Stream<Party> all = acme.parties().stream(q -> {})) {
            assertThat(all).containsExactly(own);
        }
        try (Stream<WithInvoices> all = acme.parties().stream(q -> {}, WithInvoices.class)) {
            assertThat(all).extracting(WithInvoices::id).containsExactly(own.id());
        }
        List<Party> batches = new ArrayList<>();
        acme.parties().forEachBatch(q -> {}, 10, batches::addAll);
        assertThat(batches).containsExactly(own);
        assertThat(acme.parties().list(q -> {}, WithInvoices.class).records())
                .singleElement()
                .satisfies(each -> assertThat(each.invoices()).hasSize(1));
        assertThat(acme.invoices().list(q -> q.includeDeleted()).records()).hasSize(1);
        assertThat(acme.parties().explain(q -> {}).sql()).contains("tenant_id");
    }

    @Test
    void soDoesTheMapFace() {
        Party own = story(acme, "own");
        Party other = story(globex, "other");
        assertThat(acme.df().node("PartyReadNode").run(Map.of("id", other.id(), "raise_on_not_found", false)))
                .containsEntry("found", false);
        assertThatThrownBy(() -> acme.df().node("PartyReadNode").run(Map.of("id", other.id())))
                .isInstanceOf(NotFoundException.class);
        assertThat(acme.df().node("PartyReadNode").run(Map.of("id", own.id()))).containsEntry("tenant_id", "acme");
        assertThat(acme.df().node("PartyListNode").run(Map.of("filter", Map.of("tenant_id", "globex"))))
                .containsEntry("count", 0);
        assertThat(acme.df().node("PartyListNode").run(Map.of("with_total", true)))
                .containsEntry("total", 1L);
        assertThat(acme.df().node("PartyCountNode").run(Map.of())).containsEntry("count", 1L);
        assertThat(acme.df()
                        .node("PartyAggregateNode")
                        .run(Map.of(
                                "group_by", List.of("tenant_id"), "aggregate", Map.of("n", Map.of("$count", "id")))))
                .containsEntry("count", 1);
        assertThat(acme.df()
                        .node("PartyListNode")
                        .run(Map.of("include", List.of("invoices")))
                        .toString())
                .contains("own")
                .doesNotContain("other");
    }

    @Test
    void keysThatCallersChooseAreOfTheirTenant() {
        acme.topics().create(new Topic("root", "ours", null));
        globex.topics().create(new Topic("root", "theirs", null));
        globex.topics().create(new Topic("leaf", "theirs", "root"));
        globex.topics().create(new Topic("twig", "theirs", "leaf"));
        acme.topics().create(new Topic("leaf", "ours", "root"));
        acme.slots().create(new Slot(1, 2, "ours"));
        globex.slots().create(new Slot(1, 2, "theirs"));

        assertThat(acme.topics().read("root").orElseThrow().label()).isEqualTo("ours");
        assertThat(globex.topics().read("root").orElseThrow().label()).isEqualTo("theirs");
        assertThat(acme.topics().readAll(List.of("root", "leaf", "twig"))).hasSize(2);
        assertThat(acme.slots().read(1, 2).orElseThrow().holder()).isEqualTo("ours");
        assertThat(acme.topics().read("leaf", Node.class).orElseThrow())
                .isEqualTo(new Node("leaf", new Topic("root", "ours", null), List.of()));
        assertThat(globex.topics().read("leaf", Node.class).orElseThrow().children())
                .containsExactly(new Topic("twig", "theirs", "leaf"));
    }

    @Test
    void relationsStayInTheirTenant() {
        Country country = countries.create(d -> d.code("ch"));
        Party own = story(acme, "own");
        Party other = story(globex, "other");
        acme.parties().update(own.id(), p -> p.countryId(country.id()));
        globex.parties().update(other.id(), p -> p.countryId(country.id()));

        assertThat(acme.parties().count(q -> q.filter(Map.of("invoices", Map.of("$some", Map.of("number", "other"))))))
                .isZero();
        assertThat(acme.parties().count(q -> q.filter(Map.of("invoices", Map.of("$none", Map.of("number", "other"))))))
                .isEqualTo(1);
        assertThat(acme.invoices().count(q -> q.filter(Map.of("party", Map.of("name", "own")))))
                .isEqualTo(1);
        assertThat(acme.invoices().count(q -> q.filter(Map.of("party", Map.of("country", Map.of("code", "ch"))))))
                .isEqualTo(1);

        CountryNodes seenByAcme = CountryNodes.on(acme.df());
        assertThat(seenByAcme.count()).isEqualTo(1);
        assertThat(seenByAcme.count(q -> q.filter(Map.of("parties", Map.of("$some", Map.of("name", "own"))))))
                .isEqualTo(1);
        assertThat(seenByAcme.count(q -> q.filter(Map.of("parties", Map.of("$some", Map.of("name", "other"))))))
                .isZero();
        assertThat(seenByAcme
                        .read(country.id(), WithParties.class)
                        .orElseThrow()
                        .parties())
                .extracting(Party::name)
                .containsExactly("own");
        refused("DF-501", () -> countries.count(q -> q.filter(Map.of("parties", Map.of("$some", Map.of())))));
        refused("DF-501", () -> countries.list(q -> {}, WithParties.class));
    }

    @Test
    void aCursorIsOfItsTenant() {
        for (int i = 0; i < 3; i++) {
            acme.topics().create(new Topic("t" + i, "ours", null));
            globex.topics().create(new Topic("t" + i, "theirs", null));
        }
        Page<Topic> first = acme.topics().list(q -> q.limit(2));
        assertThat(first.next().records()).containsExactly(new Topic("t2", "ours", null));
        String cursor = first.nextCursor().orElseThrow();
        assertThat(acme.topics().list(q -> q.limit(2).after(cursor)).records()).hasSize(1);
        refused("DF-133", () -> globex.topics().list(q -> q.limit(2).after(cursor)));
        TopicNodes all = TopicNodes.on(df.acrossTenants("test"));
        refused("DF-133", () -> all.list(q -> q.limit(2).after(cursor)));
        String across = all.list(q -> q.limit(2)).nextCursor().orElseThrow();
        refused("DF-133", () -> acme.topics().list(q -> q.limit(2).after(across)));
    }
}
