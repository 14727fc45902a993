package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.StatementEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import shop.CustomerNodes;
import shop.OrderNodes;

/** One instance per suite and engine, empty tables before each test, and no connection leaked after it. */
@EveryEngine
abstract class EngineSuite {

    static DataFlow df;
    static final List<StatementEvent> STATEMENTS = new CopyOnWriteArrayList<>();

    final TestDatabase database;

    EngineSuite(TestDatabase database) {
        this.database = database;
    }

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database) {
        df = DataFlow.builder()
                .url(database.url())
                .statementListener(STATEMENTS::add)
                .build();
    }

    @AfterParameterizedClassInvocation
    static void close() {
        df.close();
    }

    @BeforeEach
    void empty() {
        OrderLineNodes.on(df).bulkDelete(BulkQuery::confirmed);
        AccountNodes.on(df).bulkUpdate(BulkQuery::confirmed, p -> p.parentId(null));
        AccountNodes.on(df).bulkDelete(BulkQuery::confirmed);
        TranslationNodes.on(df).bulkDelete(BulkQuery::confirmed);
        SampleNodes.on(df).bulkDelete(BulkQuery::confirmed);
        PairNodes.on(df).bulkDelete(BulkQuery::confirmed);
        OrderNodes.on(df).bulkDelete(BulkQuery::confirmed);
        CustomerNodes.on(df).bulkDelete(BulkQuery::confirmed);
        EverythingNodes.on(df).bulkDelete(BulkQuery::confirmed);
        TagNodes.on(df).bulkUpdate(BulkQuery::confirmed, p -> p.parentCode(null));
        TagNodes.on(df).bulkDelete(BulkQuery::confirmed);
        STATEMENTS.clear();
    }

    @AfterEach
    void noConnectionIsLeaked() {
        assertThat(df.activeConnections()).as("connections in use").isZero();
    }

    boolean on(Engine engine) {
        return database.engine() == engine;
    }

    /** A customer for orders to belong to. */
    long customer() {
        return CustomerNodes.on(df)
                .create(d -> d.email("ann@x.com").name("Ann"))
                .id();
    }
}
