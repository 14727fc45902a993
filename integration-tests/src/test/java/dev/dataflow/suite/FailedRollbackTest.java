package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.DataFlow;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.suite.tenant.Topic;
import dev.dataflow.suite.tenant.TopicNodes;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is left on a connection whose transaction could not be undone is not found there by the next call. */
@EveryEngine
class FailedRollbackTest {

    private final TestDatabase database;

    FailedRollbackTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void theConnectionIsNotUsedAgain() throws SQLException {
        assumeTrue(database.engine() != Engine.SQLITE, "it keeps nothing of a transaction on a connection");
        FailingRollbacks connections = new FailingRollbacks(database);
        try (DataFlow df = DataFlow.builder()
                .dataSource(connections.dataSource())
                .models(Tag.class)
                .build()) {
            TagNodes tags = TagNodes.on(df);
            Connection first = connections.physical();
            assertThat(tags.count()).isZero();
            assertThat(first.isClosed()).isFalse();
            connections.fail(true);
            IllegalStateException thrown = catchThrowableOfType(
                    IllegalStateException.class,
                    () -> df.transaction(tx -> {
                        TagNodes.on(tx).create(new Tag("left", "left", null, 1, null));
                        throw new IllegalStateException("undo");
                    }));
            connections.fail(false);
            assertThat(thrown).hasMessage("undo");
            assertThat(thrown.getSuppressed()).hasSize(1);
            assertThat(first.isClosed()).isTrue();
            df.transaction(tx -> assertThat(TagNodes.on(tx).count()).isZero());
            assertThat(tags.count()).isZero();
        } finally {
            connections.close();
        }
    }

    /** A statement that brings a transaction of its own, since this driver sends each part in a message. */
    @Test
    void norIsOneWithATransactionAroundAStatement() throws SQLException {
        assumeTrue(database.engine() == Engine.POSTGRESQL, "row security is PostgreSQL's");
        TestDatabase ordinary = OrdinaryUser.of(database);
        FailingRollbacks connections = new FailingRollbacks(new TestDatabase(
                ordinary.engine(),
                ordinary.url() + "&preferQueryMode=simple",
                ordinary.user(),
                ordinary.password(),
                ordinary.name()));
        try (DataFlow df = DataFlow.builder()
                .dataSource(connections.dataSource())
                .models(Topic.class)
                .requireRowSecurity(true)
                .build()) {
            TopicNodes topics = TopicNodes.on(df.asTenant("acme"));
            topics.create(new Topic("a", "b", null));
            Connection first = connections.physical();
            assertThatThrownBy(() -> topics.create(new Topic("a", "again", null)))
                    .isInstanceOf(UniqueViolationException.class);
            assertThat(connections.physical()).isSameAs(first);
            connections.fail(true);
            assertThatThrownBy(() -> topics.create(new Topic("a", "again", null)))
                    .isInstanceOf(UniqueViolationException.class);
            connections.fail(false);
            assertThat(first.isClosed()).isTrue();
            assertThat(topics.count()).isEqualTo(1);
        } finally {
            connections.close();
        }
    }
}
