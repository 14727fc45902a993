package dev.dataflow.suite;

import static dev.dataflow.suite.MemberTable.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.suite.Badge.BadgeId;
import dev.dataflow.suite.Member.Cents;
import dev.dataflow.suite.Member.Email;
import dev.dataflow.suite.Member.Favourite;
import dev.dataflow.suite.Member.Joined;
import dev.dataflow.suite.Member.MemberId;
import dev.dataflow.suite.Member.Phone;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Converted types are stored, found and ordered as what they are stored as. */
class ConvertTest extends EngineSuite {

    private static final Joined JOINED = new Joined(Instant.parse("2026-01-31T12:00:00.123456Z"));
    private static final Currency EURO = Currency.getInstance("EUR");

    private final MemberNodes nodes = MemberNodes.on(df);

    ConvertTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void clear() {
        nodes.bulkUpdate(BulkQuery::confirmed, p -> p.sponsorId(null));
        nodes.bulkDelete(BulkQuery::confirmed);
        BadgeNodes.on(df).bulkDelete(BulkQuery::confirmed);
    }

    private static MemberDraft plain(MemberDraft draft) {
        return draft.email(new Email("a@x"))
                .balance(new Cents(1))
                .currency(EURO)
                .joined(JOINED);
    }

    private static Member member(String email, long cents) {
        return new Member(null, new Email(email), null, new Cents(cents), null, EURO, JOINED, null);
    }

    @Test
    void whatIsCreatedIsReadAndFound() {
        Member other = nodes.create(ConvertTest::plain);
        Member row = nodes.create(d -> plain(d).email(new Email("b@x"))
                .phone(Phone.of("+1"))
                .balance(new Cents(-1234567890))
                .favourite(new Favourite(Color.RED))
                .joined(new Joined(JOINED.when().plusNanos(1001)))
                .sponsorId(other.id()));
        assertThat(row.joined().when()).isEqualTo(JOINED.when().plusNanos(1000));
        assertThat(nodes.read(row.id())).contains(row);
        assertThat(nodes.readAll(List.of(row.id(), other.id()))).containsExactly(row, other);
        Condition[] conditions = {
            MEMBER.EMAIL.eq(new Email("b@x")),
            MEMBER.PHONE.eq(Phone.of("+1")),
            MEMBER.BALANCE.lt(new Cents(0)),
            MEMBER.FAVOURITE.in(new Favourite(Color.RED), new Favourite(Color.GREEN)),
            MEMBER.JOINED.gt(JOINED),
            MEMBER.SPONSOR_ID.eq(other.id()),
            MEMBER.ID.eq(row.id()),
        };
        for (Condition condition : conditions) {
            assertThat(nodes.list(q -> q.where(condition)).records())
                    .as("%s", condition)
                    .containsExactly(row);
        }
        assertThat(nodes.list(q -> q.orderBy(MEMBER.BALANCE.asc())).records()).containsExactly(row, other);
        assertThat(nodes.list(q -> q.sort("-email")).records()).containsExactly(row, other);
        assertThatThrownBy(() -> nodes.create(ConvertTest::plain))
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNIQUE_VIOLATION));
        assertThat(df.dsl()
                        .select(MEMBER.EMAIL)
                        .from(MEMBER)
                        .orderBy(MEMBER.EMAIL)
                        .fetch(MEMBER.EMAIL))
                .containsExactly(new Email("a@x"), new Email("b@x"));
    }

    @Test
    void patchesUpsertsAndBulkKeepThem() {
        Member row = nodes.create(ConvertTest::plain);
        Member patched = nodes.update(row.id(), p -> p.phone(Phone.of("2")).balance(new Cents(99)));
        assertThat(nodes.read(row.id())).contains(patched);
        assertThat(nodes.update(row.id(), p -> p.phone(null)).phone()).isNull();
        assertThat(nodes.upsert(d -> plain(d), on -> on.conflictOn(MEMBER.EMAIL).update(p -> p.balance(new Cents(5))))
                        .record()
                        .balance())
                .isEqualTo(new Cents(5));
        List<MemberId> ids = nodes.bulkCreate(List.of(member("c@x", 3), member("d@x", 4)), o -> o.returnIds())
                .ids();
        assertThat(nodes.readAll(ids)).extracting(Member::balance).containsExactly(new Cents(3), new Cents(4));
        List<Member> changed = nodes.readAll(ids).stream()
                .map(m -> new Member(
                        m.id(),
                        m.email(),
                        Phone.of("9"),
                        new Cents(8),
                        new Favourite(Color.GREEN),
                        EURO,
                        JOINED,
                        row.id()))
                .toList();
        nodes.bulkUpdate(changed);
        assertThat(nodes.readAll(ids)).isEqualTo(changed);
        nodes.bulkUpsert(List.of(member("c@x", 1), member("e@x", 2)), o -> o.conflictOn(MEMBER.EMAIL));
        assertThat(nodes.read(ids.get(0)).orElseThrow().balance()).isEqualTo(new Cents(1));
        assertThat(nodes.bulkUpdate(
                                q -> q.where(MEMBER.CURRENCY.eq(EURO)), p -> p.currency(Currency.getInstance("USD")))
                        .updated())
                .isEqualTo(4);
        assertThat(nodes.bulkDelete(q -> q.where(MEMBER.EMAIL.in(new Email("d@x"), new Email("e@x"))))
                        .deleted())
                .isEqualTo(2);
        assertThat(nodes.delete(ids.get(0))).isTrue();
    }

    @Test
    void mapsHoldWhatIsStored() {
        Map<String, Object> created = df.node("MemberCreateNode")
                .run(Map.of(
                        "email",
                        "a@x",
                        "balance",
                        "9.90",
                        "currency",
                        "EUR",
                        "joined",
                        "2026-01-31T12:00:00Z",
                        "favourite",
                        "RED"));
        assertThat(created)
                .containsEntry("email", "a@x")
                .containsEntry("balance", new BigDecimal("9.90"))
                .containsEntry("currency", "EUR")
                .containsEntry("favourite", "RED");
        assertThat(created.get("id")).isInstanceOf(Long.class);
        assertThat(df.node("MemberReadNode").run(Map.of("id", created.get("id"))))
                .containsAllEntriesOf(created);
        assertThat(df.node("MemberCountNode").run(Map.of("filter", Map.of("email", "a@x", "balance", "9.9"))))
                .containsEntry("count", 1L);
        assertThat(df.node("MemberCountNode").run(Map.of("filter", Map.of("email", new Email("a@x")))))
                .containsEntry("count", 1L);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("email", "secret"),
                Map.of("email", 1),
                Map.of("currency", "secret"),
                Map.of("favourite", "secret"))) {
            STATEMENTS.clear();
            assertThatThrownBy(() -> df.node("MemberUpdateNode")
                            .run(Map.of("filter", Map.of("id", created.get("id")), "fields", wrong)))
                    .isInstanceOfSatisfying(
                            DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TYPE_MISMATCH))
                    .hasMessageContaining(wrong.keySet().iterator().next())
                    .hasMessageNotContaining("secret")
                    .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("secret"));
            assertThat(STATEMENTS).isEmpty();
        }
    }

    @Test
    void aStoredValueThatIsRefusedCannotBeRead() {
        Member row = nodes.create(ConvertTest::plain);
        df.dsl().execute("update members set email = 'secret'");
        assertThatThrownBy(() -> nodes.read(row.id()))
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORED_VALUE_INVALID))
                .hasMessageNotContaining("secret");
    }

    @Test
    void keysAreMadeInTheirType() {
        BadgeNodes badges = BadgeNodes.on(df);
        Badge badge = badges.create(d -> d.text("a"));
        assertThat(badge.id().value().version()).isEqualTo(7);
        assertThat(badges.read(badge.id())).contains(badge);
        List<BadgeId> ids = badges.bulkCreate(List.of(new Badge(null, "b"), new Badge(null, "c")), o -> o.returnIds())
                .ids();
        assertThat(badges.readAll(ids)).extracting(Badge::text).containsExactly("b", "c");
        assertThat(df.node("BadgeReadNode").run(Map.of("id", badge.id().value().toString())))
                .containsEntry("text", "a");
    }
}
