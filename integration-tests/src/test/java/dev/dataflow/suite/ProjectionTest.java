package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static store.PurchaseTable.PURCHASE;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.Page;
import dev.dataflow.testing.TestDatabase;
import java.lang.module.ModuleFinder;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import store.Address;
import store.Client;
import store.Purchase;
import store.PurchaseReadNode;

/** Rows read into other records: only the columns they name, each value whole. */
class ProjectionTest extends StoreSuite {

    private static final Instant PAID = Instant.parse("2026-01-02T03:04:05.123456Z");

    ProjectionTest(TestDatabase database) {
        super(database);
    }

    record Summary(Long id, BigDecimal total) {}

    record Supertypes(Number id, Comparable<?> total, Object paidAt) {}

    record Widened(
            long id,
            double priority,
            Optional<Long> rating,
            @Nullable Instant paidAt,
            Instant createdAt) {}

    private record Hidden(Long id) {}

    private Purchase stored() {
        Purchase purchase = purchase(client("Ann"), address("Bath"), null, "9.90");
        Purchase paid = purchases.update(purchase, p -> p.paidAt(PAID).rating(4));
        STATEMENTS.clear();
        return paid;
    }

    @Test
    void aPageOfRecordsSelectsTheirColumnsOnly() {
        Purchase row = stored();
        Page<Summary> page = purchases.list(q -> q.limit(10).withTotal(), Summary.class);
        assertThat(page.records()).containsExactly(new Summary(row.id(), new BigDecimal("9.90")));
        assertThat(page.total()).hasValue(1);
        assertThat(STATEMENTS).hasSize(2);
        assertThat(STATEMENTS.get(0).sql())
                .contains("total")
                .doesNotContain("client_id", "priority", "paid_at", "created_at");
    }

    @Test
    void conditionsOrderAndLimitNeedNotBeAmongTheColumns() {
        Client client = client("Ann");
        Address address = address("Bath");
        for (int i = 0; i < 5; i++) {
            int priority = i;
            purchases.update(purchase(client, address, null, i + ".00"), p -> p.priority(-priority));
        }
        record Total(BigDecimal total) {}
        assertThat(purchases
                        .list(
                                q -> q.where(PURCHASE.PRIORITY.lt(0))
                                        .orderBy(PURCHASE.PRIORITY)
                                        .offset(1)
                                        .limit(2),
                                Total.class)
                        .records())
                .containsExactly(new Total(new BigDecimal("3.00")), new Total(new BigDecimal("2.00")));
        assertThat(purchases
                        .list(q -> q.filter(Map.of("priority", 0)), Total.class)
                        .records())
                .containsExactly(new Total(new BigDecimal("0.00")));
    }

    @Test
    void valuesAreWidenedWrappedAndNull() {
        Purchase row = stored();
        Widened full = purchases.read(row.id(), Widened.class).orElseThrow();
        assertThat(full.id()).isEqualTo(row.id());
        assertThat(full.priority()).isEqualTo(1.0);
        assertThat(full.rating()).contains(4L);
        assertThat(full.paidAt()).isEqualTo(PAID);
        assertThat(full.createdAt()).isAfter(PAID);
        assertThat(purchases.read(row.id(), Supertypes.class)).contains(new Supertypes(row.id(), row.total(), PAID));
        purchases.update(row, p -> p.paidAt(null).rating((Integer) null));
        Widened empty = purchases.read((long) row.id(), Widened.class).orElseThrow();
        assertThat(empty.rating()).isEmpty();
        assertThat(empty.paidAt()).isNull();
    }

    @Test
    void theModelItselfAndAnyRecordTheJvmOpensWillDo() {
        Purchase row = stored();
        assertThat(purchases.read(row.id(), Purchase.class)).contains(row);
        assertThat(purchases.list(q -> {}, Hidden.class).records()).containsExactly(new Hidden(row.id()));
        assertThat(new PurchaseReadNode(df).read((long) row.id(), Hidden.class)).contains(new Hidden(row.id()));
        assertThat(purchases.read(-1L, Hidden.class)).isEmpty();
    }

    @Test
    void readAllKeepsTheOrderOfTheKeysInOneStatement() {
        Client client = client("Ann");
        Address address = address("Bath");
        Purchase first = purchase(client, address, null, "1.00");
        Purchase second = purchase(client, address, null, "2.00");
        record Total(BigDecimal total) {}
        STATEMENTS.clear();
        assertThat(purchases.readAll(List.of(second.id(), -5L, first.id(), second.id()), Total.class))
                .containsExactly(new Total(second.total()), new Total(first.total()));
        assertThat(STATEMENTS).hasSize(1);
        assertThat(purchases.readAll(List.of(), Total.class)).isEmpty();
        assertThat(STATEMENTS).hasSize(1);
    }

    @Test
    void mapsOfSomeFields() {
        Purchase row = stored();
        Map<String, Object> page = df.node("PurchaseListNode").run(Map.of("fields", List.of("total", "paidAt")));
        assertThat(records(page)).containsExactly(Map.of("total", row.total(), "paid_at", PAID));
        assertThat(STATEMENTS.get(0).sql()).doesNotContain("priority");
        assertThat(df.node("PurchaseReadNode").run(Map.of("id", row.id(), "fields", "created_at")))
                .containsOnlyKeys("created_at", "found");
        assertThat(df.node("PurchaseReadNode").run(Map.of("id", -1, "fields", "total", "raise_on_not_found", false)))
                .isEqualTo(Map.of("found", false));
    }

    @Test
    void everyTypeComesOutAsInTheWholeRow() {
        UUID id = EverythingNodes.on(df).create(TypesTest::largest).id();
        Long meeting = MeetingNodes.on(df)
                .create(d -> d.at(OffsetDateTime.parse("2026-01-31T12:00:00+05:30"))
                        .room("a")
                        .seats(2))
                .id();
        for (Map.Entry<String, Object> row :
                Map.of("Everything", (Object) id, "Meeting", meeting).entrySet()) {
            Map<String, Object> whole = df.node(row.getKey() + "ReadNode").run(Map.of("id", row.getValue()));
            List<String> fields = new ArrayList<>(whole.keySet());
            fields.remove("found");
            Collections.reverse(fields);
            Map<String, Object> some =
                    df.node(row.getKey() + "ReadNode").run(Map.of("id", row.getValue(), "fields", fields));
            assertThat(some).usingRecursiveComparison().isEqualTo(whole);
            assertThat(List.copyOf(some.keySet()).subList(0, fields.size())).isEqualTo(fields);
        }
        record Times(Optional<OffsetDateTime> until, int seats, OffsetDateTime due, Long id, OffsetDateTime at) {}
        Meeting stored = MeetingNodes.on(df).read(meeting).orElseThrow();
        assertThat(MeetingNodes.on(df).read(meeting, Times.class))
                .contains(new Times(Optional.empty(), 2, stored.due(), meeting, stored.at()));
        MeetingNodes.on(df).delete(meeting);
    }

    record ProfileView(
            List<String> tags,
            Map<String, Object> attributes,
            Optional<Profile.Address> home,
            Optional<List<Long>> ranks,
            Iterable<?> scores) {}

    record OtherElements(List<Long> tags) {}

    @Test
    void jsonAndListsKeepTheirTypes() {
        ProfileNodes profiles = ProfileNodes.on(df);
        Profile row = profiles.create(d -> d.name("Ann")
                .attributes(Map.of("size", 3L))
                .addresses(Map.of())
                .home(new Profile.Address("Main Street", null))
                .lines(List.of())
                .tags(List.of("a", "b"))
                .scores(List.of(1L)));
        try {
            assertThat(profiles.read(row.id(), ProfileView.class))
                    .contains(new ProfileView(
                            List.of("a", "b"),
                            row.attributes(),
                            Optional.of(new Profile.Address("Main Street", null)),
                            Optional.empty(),
                            List.of(1L)));
            Map<String, Object> whole = df.node("ProfileReadNode").run(Map.of("id", row.id()));
            List<String> fields = List.of("tags", "lines", "home", "attributes", "ranks");
            Map<String, Object> some = df.node("ProfileReadNode").run(Map.of("id", row.id(), "fields", fields));
            assertThat(some)
                    .hasSize(6)
                    .allSatisfy((key, value) -> assertThat(value).isEqualTo(whole.get(key)));
            STATEMENTS.clear();
            assertThat(refused(ErrorCode.PROJECTION_INVALID, () -> profiles.list(q -> {}, OtherElements.class)))
                    .contains("declare it as List<String>");
        } finally {
            profiles.delete(row.id());
        }
    }

    record Misspelt(Long id, BigDecimal totl) {}

    record WrongType(Long id, String total) {}

    record Narrowed(int id) {}

    record NullIntoPrimitive(int rating) {}

    record Nothing() {}

    record NestedOptional(Optional<Optional<Integer>> rating) {}

    static final class NoRecord {}

    @Test
    void whatRowsCannotBeReadIntoIsRefused() {
        assertThat(refused(ErrorCode.NAME_UNKNOWN, () -> purchases.list(q -> {}, Misspelt.class)))
                .contains("`totl`", "write `total`");
        assertThat(refused(ErrorCode.PROJECTION_INVALID, () -> purchases.list(q -> {}, WrongType.class)))
                .contains("component `total`", "declare it as BigDecimal");
        assertThat(refused(ErrorCode.PROJECTION_INVALID, () -> purchases.list(q -> {}, Narrowed.class)))
                .contains("declare it as Long");
        assertThat(refused(ErrorCode.PROJECTION_INVALID, () -> purchases.list(q -> {}, NullIntoPrimitive.class)))
                .contains("declare it as Integer or Optional<Integer>");
        for (Class<?> none : List.of(NoRecord.class, Nothing.class, String.class, int.class, NestedOptional.class)) {
            refused(ErrorCode.PROJECTION_INVALID, () -> purchases.read(1L, none));
            refused(ErrorCode.PROJECTION_INVALID, () -> purchases.readAll(List.of(1L), none));
        }
        refused(ErrorCode.NAME_UNKNOWN, () -> df.node("PurchaseListNode").run(Map.of("fields", "totl")));
        refused(ErrorCode.OPTION_INVALID, () -> df.node("PurchaseListNode").run(Map.of("fields", List.of())));
        refused(ErrorCode.TYPE_MISMATCH, () -> df.node("PurchaseReadNode").run(Map.of("id", 1, "fields", 3)));
        refused(ErrorCode.ID_MISSING, () -> purchases.readAll(Arrays.asList(1L, null), Hidden.class));
    }

    @Test
    void aRecordOfAClosedPackageIsRefused(@TempDir Path folder) throws Exception {
        Path declaration = Files.writeString(folder.resolve("module-info.java"), "module closed {}");
        Path record =
                Files.writeString(folder.resolve("Hidden.java"), "package closed; public record Hidden(Long id) {}");
        int failures = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        declaration.toString(),
                        record.toString());
        assertThat(failures).isZero();
        ModuleLayer boot = ModuleLayer.boot();
        ModuleLayer layer = boot.defineModulesWithOneLoader(
                boot.configuration().resolve(ModuleFinder.of(folder), ModuleFinder.of(), Set.of("closed")),
                ClassLoader.getSystemClassLoader());
        Class<?> hidden = layer.findLoader("closed").loadClass("closed.Hidden");
        assertThat(refused(ErrorCode.PROJECTION_INVALID, () -> purchases.list(q -> {}, hidden)))
                .contains("add `opens closed;`");
    }
}
