package dev.dataflow.suite.tenant;

import static dev.dataflow.suite.tenant.InvoiceTable.INVOICE;
import static dev.dataflow.suite.tenant.PartyTable.PARTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.node.BulkResult;
import dev.dataflow.node.Conflict;
import dev.dataflow.node.OnError;
import dev.dataflow.node.Upserted;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No write of a tenant reaches a row of another, or has one of its own point to it. */
class TenancyWriteTest extends TenantSuite {

    /** Enough for COPY and temporary tables. */
    private static final int MANY = 300;

    TenancyWriteTest(TestDatabase database) {
        super(database);
    }

    @Test
    void rowsOfOthersAreNotThereToBeChanged() {
        story(acme, "own");
        Party other = story(globex, "other");
        Invoice invoice = globex.invoices().list().records().get(0);

        refused("DF-404", () -> acme.parties().update(other.id(), p -> p.name("mine")));
        refused("DF-404", () -> acme.parties().modify(other.id(), (row, p) -> p.name("mine")));
        refused("DF-503", () -> acme.parties().update(other, p -> p.name("mine")));
        refused("DF-404", () -> acme.invoices().update(invoice, p -> p.total(BigDecimal.TEN)));
        assertThat(acme.parties().delete(other.id())).isFalse();
        assertThat(acme.invoices().delete(invoice.id())).isFalse();
        assertThat(acme.invoices().delete(invoice.id(), options -> options.hard()))
                .isFalse();
        assertThat(acme.parties()
                        .bulkUpdate(q -> q.where(PARTY.ID.eq(other.id())), p -> p.name("mine"))
                        .updated())
                .isZero();
        assertThat(acme.parties()
                        .bulkUpdate(BulkQuery::confirmed, p -> p.setExpression(PARTY.NAME, PARTY.NAME.concat("!")))
                        .updated())
                .isEqualTo(1);
        refused("DF-503", () -> acme.parties().bulkUpdate(List.of(other)));
        assertThat(acme.invoices().bulkUpdate(List.of(invoice)).updated()).isZero();
        assertThat(acme.df()
                        .node("InvoiceBulkUpdateNode")
                        .run(Map.of("data", List.of(Map.of("id", invoice.id(), "number", "mine")))))
                .containsEntry("updated", 0L);
        assertThat(acme.parties()
                        .bulkDelete(q -> q.where(PARTY.ID.eq(other.id())))
                        .deleted())
                .isZero();

        assertThat(globex.parties().list().records()).containsExactly(other);
        assertThat(globex.invoices().list().records()).containsExactly(invoice);
        globex.invoices().delete(invoice.id());
        refused("DF-404", () -> acme.invoices().restore(invoice.id()));
        assertThat(acme.invoices().restore(q -> q.confirmed()).updated()).isZero();
        assertThat(acme.invoices()
                        .purge(Instant.now().plusSeconds(60), q -> q.confirmed())
                        .deleted())
                .isZero();
        assertThat(globex.invoices().restore(invoice.id())).isEqualTo(invoice);
    }

    @Test
    void limitedAndManyAreOfTheTenant() {
        acme.parties().bulkCreate(parties("own", 5));
        globex.parties().bulkCreate(parties("other", 5));
        assertThat(acme.parties()
                        .bulkUpdate(q -> q.confirmed().limit(3), p -> p.name("new"))
                        .updated())
                .isEqualTo(3);
        assertThat(acme.parties().bulkDelete(q -> q.confirmed().limit(2)).deleted())
                .isEqualTo(2);
        assertThat(acme.parties().bulkDelete(BulkQuery::confirmed).deleted()).isEqualTo(3);
        assertThat(globex.parties().count(q -> q.where(PARTY.NAME.like("other%"))))
                .isEqualTo(5);
    }

    @Test
    void valuesAreUniqueInATenant() {
        Party own = acme.parties().create(new Party("a@x.com", "own"));
        Party other = globex.parties().create(new Party("a@x.com", "other"));
        assertThat(other.id()).isNotEqualTo(own.id());
        assertThatThrownBy(() -> acme.parties().create(new Party("a@x.com", "again")))
                .isInstanceOfSatisfying(
                        UniqueViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("email"));
        acme.topics().create(new Topic("t", "own", null));
        assertThatThrownBy(() -> acme.topics().create(new Topic("t", "again", null)))
                .isInstanceOfSatisfying(
                        UniqueViolationException.class,
                        e -> assertThat(e.fields()).containsExactly("code"));
        assertThat(globex.topics().create(new Topic("t", "other", null)).label())
                .isEqualTo("other");
    }

    @Test
    void upsertsLookInTheirTenant() {
        Party other = globex.parties().create(new Party("a@x.com", "other"));
        Upserted<Party> created = acme.parties()
                .upsert(
                        d -> d.email("a@x.com").name("own"),
                        on -> on.conflictOn(PARTY.EMAIL).update(p -> p.name("new")));
        assertThat(created.action()).isEqualTo(Upserted.Action.CREATED);
        Upserted<Party> changed = acme.parties()
                .upsert(
                        d -> d.email("a@x.com").name("own"),
                        on -> on.conflictOn(PARTY.EMAIL).update(p -> p.name("new")));
        assertThat(changed.action()).isEqualTo(Upserted.Action.UPDATED);
        assertThat(changed.record().name()).isEqualTo("new");
        assertThat(acme.df()
                        .node("PartyUpsertNode")
                        .run(Map.of(
                                "where", Map.of("email", "b@x.com", "tenant_id", "acme"),
                                "create", Map.of("name", "map"))))
                .containsEntry("action", "created");
        globex.topics().create(new Topic("t", "other", null));
        assertThat(acme.topics()
                        .upsert(d -> d.code("t").label("own"), on -> on.conflictOn(TopicTable.TOPIC.CODE))
                        .action())
                .isEqualTo(Upserted.Action.CREATED);
        assertThat(globex.parties().list().records()).containsExactly(other);
        assertThat(globex.topics().read("t").orElseThrow().label()).isEqualTo("other");
    }

    @Test
    void bulkWritesLookInTheirTenant() {
        for (int size : new int[] {3, 40, MANY}) {
            empty();
            globex.parties().bulkCreate(parties("row", size));
            globex.topics().bulkCreate(topics("theirs", size));
            BulkResult<Long> skipped = acme.parties()
                    .bulkCreate(
                            parties("row", size),
                            o -> o.onConflict(Conflict.SKIP)
                                    .conflictOn(PARTY.EMAIL)
                                    .returnIds());
            assertThat(skipped.inserted()).isEqualTo(size);
            BulkResult<Long> again = acme.parties()
                    .bulkCreate(
                            parties("row", size),
                            o -> o.onConflict(Conflict.SKIP)
                                    .conflictOn(PARTY.EMAIL)
                                    .returnIds());
            assertThat(again.skipped()).isEqualTo(size);
            assertThat(again.ids()).isEqualTo(skipped.ids());
            assertThat(acme.parties()
                            .bulkUpsert(parties("row", size), o -> o.conflictOn(PARTY.EMAIL))
                            .updated())
                    .isEqualTo(size);
            assertThat(acme.topics().bulkUpsert(topics("ours", size)).inserted())
                    .isEqualTo(size);
            assertThat(acme.topics().bulkUpsert(topics("again", size)).updated())
                    .isEqualTo(size);
            assertThat(acme.topics().bulkUpdate(topics("new", size)).updated()).isEqualTo(size);
            assertThat(acme.topics()
                            .bulkCreate(topics("bad", size), o -> o.onError(OnError.CONTINUE))
                            .failed())
                    .isEqualTo(size);
            assertThat(acme.topics()
                            .bulkCreate(topics("skip", size), o -> o.onConflict(Conflict.SKIP))
                            .skipped())
                    .isEqualTo(size);

            assertThat(acme.topics().count(q -> q.where(TopicTable.TOPIC.LABEL.eq("new"))))
                    .isEqualTo(size);
            assertThat(globex.topics().count(q -> q.where(TopicTable.TOPIC.LABEL.eq("theirs"))))
                    .isEqualTo(size);
            assertThat(globex.parties().count()).isEqualTo(size);
            assertThat(acme.parties().list(q -> q.limit(1)).records().get(0).tenantId())
                    .isEqualTo("acme");
        }
    }

    @Test
    void noRowPointsIntoAnotherTenant() {
        Party own = story(acme, "own");
        Party other = story(globex, "other");
        Invoice theirs = globex.invoices().list().records().get(0);
        Invoice ours = acme.invoices().list().records().get(0);
        globex.topics().create(new Topic("root", "theirs", null));
        acme.topics().create(new Topic("leaf", "ours", null));

        refused("DF-403", () -> acme.invoices().create(new Invoice(other.id(), "n")));
        refused("DF-403", () -> acme.invoices().update(ours.id(), p -> p.partyId(other.id())));
        refused("DF-403", () -> acme.invoices().bulkUpdate(BulkQuery::confirmed, p -> p.partyId(other.id())));
        refused(
                "DF-403",
                () -> acme.invoices()
                        .upsert(d -> d.partyId(other.id()).number("n"), on -> on.conflictOn(INVOICE.NUMBER)));
        refused(
                "DF-403",
                () -> acme.invoices()
                        .upsert(
                                d -> d.partyId(own.id()).number("own"),
                                on -> on.conflictOn(INVOICE.NUMBER).update(p -> p.partyId(other.id()))));
        refused("DF-403", () -> acme.topics().create(new Topic("twig", "ours", "root")));
        refused("DF-403", () -> acme.topics().update("leaf", p -> p.parentId("root")));
        refused("DF-403", () -> acme.payments().create(new Payment(null, theirs.id(), 1)));
        for (int size : new int[] {3, 40, MANY}) {
            refused("DF-403", () -> acme.invoices().bulkCreate(invoices(other.id(), size)));
            refused(
                    "DF-403",
                    () -> acme.invoices().bulkUpsert(invoices(other.id(), size), o -> o.conflictOn(INVOICE.NUMBER)));
            refused("DF-403", () -> acme.payments().bulkCreate(payments(theirs.id(), size)));
        }
        // nothing tells a deleted row of another tenant from one that is not there
        globex.invoices().delete(theirs.id());
        String missing = message(() -> acme.payments().create(new Payment(null, Long.MAX_VALUE, 1)));
        assertThat(message(() -> acme.payments().create(new Payment(null, theirs.id(), 1))))
                .isEqualTo(missing);

        assertThat(acme.invoices().list().records()).containsExactly(ours);
        assertThat(acme.payments().count()).isEqualTo(1);
        assertThat(acme.topics().read("leaf").orElseThrow().parentId()).isNull();
    }

    @Test
    void theTenantIsNeverTakenFromValues() {
        Party own = acme.parties().create(new Party(null, "a@x.com", "own", null, "acme"));
        refused("DF-503", () -> acme.parties().create(new Party(null, "b@x.com", "n", null, "globex")));
        refused("DF-503", () -> acme.parties().bulkCreate(List.of(new Party(null, "b@x.com", "n", null, "globex"))));
        refused(
                "DF-503",
                () -> acme.parties()
                        .bulkUpsert(
                                List.of(new Party(null, "a@x.com", "n", null, "globex")),
                                o -> o.conflictOn(PARTY.EMAIL)));
        refused("DF-503", () -> acme.parties().update(own.id(), p -> p.set(PARTY.TENANT_ID, "globex")));
        refused("DF-503", () -> acme.parties().update(own.id(), p -> p.setExpression(PARTY.TENANT_ID, PARTY.NAME)));
        refused("DF-503", () -> acme.parties().bulkUpdate(BulkQuery::confirmed, p -> p.set(PARTY.TENANT_ID, "globex")));
        Map<String, ?> foreign = Map.of("email", "b@x.com", "name", "n", "tenant_id", "globex");
        refused("DF-503", () -> acme.df().node("PartyCreateNode").run(foreign));
        refused("DF-503", () -> acme.df().node("PartyBulkCreateNode").run(Map.of("data", List.of(foreign))));
        refused(
                "DF-503",
                () -> acme.df()
                        .node("PartyUpdateNode")
                        .run(Map.of("filter", Map.of("id", own.id()), "fields", Map.of("tenant_id", "globex"))));
        refused(
                "DF-503",
                () -> acme.df()
                        .node("PartyBulkUpdateNode")
                        .run(Map.of("filter", Map.of(), "update", Map.of("tenant_id", "globex"), "confirmed", true)));
        assertThat(acme.df().node("PartyCreateNode").run(Map.of("email", "c@x.com", "name", "n", "tenant_id", "acme")))
                .containsEntry("tenant_id", "acme");
        assertThat(acme.df()
                        .node("PartyUpdateNode")
                        .run(Map.of(
                                "filter", Map.of("id", own.id()), "fields", Map.of("tenant_id", "acme", "name", "x"))))
                .containsEntry("name", "x");
        assertThat(acme.parties().bulkUpdate(acme.parties().list().records()).updated())
                .isEqualTo(2);
        assertThat(acme.parties().count()).isEqualTo(2);
        assertThat(globex.parties().count()).isZero();
    }

    @Test
    void deletesReachWhatPointsToTheirRowsInTheTenant() {
        Party own = story(acme, "own");
        story(globex, "other");
        UUID shared = UUID.randomUUID();
        globex.payments().create(new Payment(shared, null, 2));
        acme.payments().create(new Payment(shared, null, 1));
        assertThat(acme.parties().delete(own.id())).isTrue();
        assertThat(acme.invoices().count(q -> q.includeDeleted())).isZero();
        assertThat(acme.payments().count()).isEqualTo(2);
        assertThat(acme.payments().count(q -> q.filter(Map.of("invoice_id", Map.of("$null", false)))))
                .isZero();
        assertThat(acme.payments().delete(shared)).isTrue();
        assertThat(globex.invoices().count()).isEqualTo(1);
        assertThat(globex.payments().read(shared).orElseThrow().cents()).isEqualTo(2);
        assertThat(globex.payments().count(q -> q.filter(Map.of("invoice_id", Map.of("$null", false)))))
                .isEqualTo(1);

        globex.topics().create(new Topic("root", "theirs", null));
        globex.topics().create(new Topic("leaf", "theirs", "root"));
        acme.topics().create(new Topic("root", "ours", null));
        assertThat(acme.topics().delete("root")).isTrue();
        refused("DF-403", () -> globex.topics().delete("root"));
    }

    @Test
    void whatAllShareStaysWhileOthersPointToIt() {
        Country country = countries.create(d -> d.code("ch"));
        Party own = story(acme, "own");
        Party other = story(globex, "other");
        acme.parties().update(own.id(), p -> p.countryId(country.id()));
        globex.parties().update(other.id(), p -> p.countryId(country.id()));
        CountryNodes seenByAcme = CountryNodes.on(acme.df());

        refused("DF-403", () -> seenByAcme.delete(country.id()));
        refused("DF-403", () -> seenByAcme.delete(country.id(), options -> options.hard()));
        refused("DF-501", () -> countries.delete(country.id()));
        assertThat(acme.parties().read(own.id()).orElseThrow().countryId()).isEqualTo(country.id());
        globex.parties().update(other.id(), p -> p.countryId(null));
        assertThat(seenByAcme.delete(country.id())).isTrue();
        assertThat(acme.parties().read(own.id()).orElseThrow().countryId()).isNull();
        refused("DF-403", () -> acme.parties().update(own.id(), p -> p.countryId(country.id())));
    }

    private static String message(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("nothing was refused");
    }

    private static List<Party> parties(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Party(name + i + "@x.com", name + i))
                .toList();
    }

    private static List<Topic> topics(String label, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Topic("t" + i, label, null))
                .toList();
    }

    private static List<Invoice> invoices(long party, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Invoice(party, "b" + i))
                .toList();
    }

    private static List<Payment> payments(long invoice, int count) {
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            payments.add(new Payment(null, invoice, i));
        }
        return payments;
    }
}
