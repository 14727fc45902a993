package dev.dataflow.suite.soft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.error.VersionConflictException;
import dev.dataflow.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that are deleted softly and have versions: each deletion and restoration counts, and is made for a version. */
class SoftDeleteVersionsTest extends SoftSuite {

    private final DeedNodes deeds = DeedNodes.on(df);
    private final ClauseNodes clauses = ClauseNodes.on(df);
    private Deed deed;
    private Deed other;
    private Clause clause;

    SoftDeleteVersionsTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        clauses.bulkDelete(q -> q.confirmed(), o -> o.hard());
        deeds.bulkDelete(q -> q.confirmed(), o -> o.hard());
        deed = deeds.create(new Deed("1", "first"));
        other = deeds.create(new Deed("2", "second"));
        clause = clauses.create(d -> d.deedId(deed.id()).otherId(other.id()));
    }

    private Deed stored(long id) {
        return deeds.read(id, o -> o.includeDeleted()).orElseThrow();
    }

    private Clause storedClause() {
        return clauses.read(clause.id(), o -> o.includeDeleted()).orElseThrow();
    }

    @Test
    void aDeleteIsMadeForAVersionAndCounts() {
        assertThatThrownBy(() -> deeds.delete(deed.id())).hasMessageContaining("DF-180");
        assertThatThrownBy(() -> deeds.delete(deed.id(), o -> o.expectedVersion(2)))
                .isInstanceOf(VersionConflictException.class);
        assertThat(deeds.count()).isEqualTo(2);
        assertThat(clauses.count()).isEqualTo(1);
        assertThat(deeds.delete(deed.id(), o -> o.expectedVersion(1))).isTrue();
        assertThat(stored(deed.id()).version()).isEqualTo(2);
        assertThat(storedClause().version()).isEqualTo(2);
        assertThat(clauses.count()).isZero();
        // it is gone, whatever version it was to have
        assertThat(deeds.delete(deed.id(), o -> o.expectedVersion(1))).isFalse();
        assertThat(clauses.delete(clause.id(), o -> o.anyVersion())).isFalse();
    }

    @Test
    void whatIsLetGoOfCounts() {
        assertThat(deeds.delete(other.id(), o -> o.anyVersion())).isTrue();
        assertThat(storedClause()).isEqualTo(new Clause(clause.id(), deed.id(), null, 2));
        assertThatThrownBy(() -> clauses.update(clause, p -> p.deedId(deed.id())))
                .isInstanceOf(VersionConflictException.class);
    }

    @Test
    void aRestorationCounts() {
        deeds.delete(deed.id(), o -> o.expectedVersion(1));
        assertThat(deeds.restore(deed.id()).version()).isEqualTo(3);
        assertThat(clauses.restore(q -> q.filter(Map.of("deed_id", deed.id()))).updated())
                .isEqualTo(1);
        assertThat(storedClause().version()).isEqualTo(3);
        assertThatThrownBy(() -> df.node("DeedUpdateNode")
                        .run(Map.of("filter", Map.of("id", deed.id()), "restore", true, "version", 3)))
                .hasMessageContaining("DF-104");
        assertThatThrownBy(() -> df.node("DeedBulkUpdateNode")
                        .run(Map.of("confirmed", true, "restore", true, "any_version", true)))
                .hasMessageContaining("DF-104");
    }

    @Test
    void anUpsertRevivesAndCounts() {
        deeds.delete(deed.id(), o -> o.expectedVersion(1));
        Deed revived = deeds.upsert(
                        d -> d.number("1").name("again"),
                        on -> on.conflictOn(DeedTable.DEED.NUMBER).anyVersion())
                .record();
        assertThat(revived).isEqualTo(new Deed(deed.id(), "1", "again", 3));
        deeds.delete(deed.id(), o -> o.expectedVersion(3));
        deeds.bulkUpsert(List.of(new Deed("1", "many")), o -> o.conflictOn(DeedTable.DEED.NUMBER));
        assertThat(deeds.read(deed.id()).orElseThrow()).isEqualTo(new Deed(deed.id(), "1", "many", 5));
    }

    @Test
    void staleRowsOfABulkCallAreNotLostBehindTombstones() {
        deeds.delete(other.id(), o -> o.anyVersion());
        assertThat(deeds.bulkUpdate(List.of(new Deed(deed.id(), "1", "new", 1), new Deed(other.id(), "2", "new", 1)))
                        .updated())
                .isEqualTo(1);
        assertThatThrownBy(() -> deeds.bulkUpdate(List.of(new Deed(deed.id(), "1", "newer", 1))))
                .isInstanceOf(VersionConflictException.class);
    }

    @Test
    void aHardDeleteOfATombstoneIsMadeForItsVersion() {
        deeds.delete(deed.id(), o -> o.expectedVersion(1));
        assertThatThrownBy(() -> deeds.delete(deed.id(), o -> o.hard().expectedVersion(1)))
                .isInstanceOf(VersionConflictException.class);
        assertThat(deeds.delete(deed.id(), o -> o.hard().expectedVersion(2))).isTrue();
        assertThat(clauses.count(q -> q.includeDeleted())).isZero();
        assertThat(df.node("DeedDeleteNode").run(Map.of("id", other.id(), "hard", true, "version", 1)))
                .containsEntry("deleted", true);
    }
}
