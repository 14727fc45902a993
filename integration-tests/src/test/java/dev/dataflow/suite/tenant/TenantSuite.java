package dev.dataflow.suite.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.DataFlow;
import dev.dataflow.DataFlowBuilder;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.query.BulkQuery;
import dev.dataflow.suite.OrdinaryUser;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.transaction.StatementEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** The models of this package on each database, with empty tables before each test, and two tenants. */
@EveryEngine
abstract class TenantSuite {

    static final List<StatementEvent> STATEMENTS = new CopyOnWriteArrayList<>();
    static DataFlow df;
    private static boolean secured;

    final TestDatabase database;
    final Scope acme = new Scope(df.asTenant("acme"));
    final Scope globex = new Scope(df.asTenant("globex"));
    final CountryNodes countries = CountryNodes.on(df);

    TenantSuite(TestDatabase database) {
        this.database = secured ? OrdinaryUser.of(database) : database;
    }

    /** All nodes of a tenant. */
    record Scope(
            DataFlow df,
            PartyNodes parties,
            InvoiceNodes invoices,
            PaymentNodes payments,
            TopicNodes topics,
            SlotNodes slots) {

        Scope(DataFlow df) {
            this(df, PartyNodes.on(df), InvoiceNodes.on(df), PaymentNodes.on(df), TopicNodes.on(df), SlotNodes.on(df));
        }

        void empty() {
            payments.bulkDelete(BulkQuery::confirmed);
            parties.bulkDelete(BulkQuery::confirmed, options -> options.hard());
            topics.bulkUpdate(BulkQuery::confirmed, p -> p.parentId(null));
            topics.bulkDelete(BulkQuery::confirmed);
            slots.bulkDelete(BulkQuery::confirmed);
        }
    }

    /** A builder as the suite's instance was made with. */
    static DataFlowBuilder builder(String url) {
        return DataFlow.builder()
                .url(url)
                .models(Country.class, Party.class, Invoice.class, Payment.class, Topic.class, Slot.class)
                .requireRowSecurity(secured)
                .allowAcrossTenants(true)
                .statementListener(STATEMENTS::add);
    }

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase database, TestInfo test) {
        secured = test.getTestClass().orElseThrow().isAnnotationPresent(UnderRowSecurity.class);
        assumeTrue(!secured || database.engine() == Engine.POSTGRESQL, "row security is PostgreSQL's");
        df = builder(secured ? OrdinaryUser.of(database).url() : database.url()).build();
    }

    @AfterParameterizedClassInvocation
    static void close(TestDatabase database) {
        if (df != null) {
            df.close();
            df = null;
        }
    }

    @BeforeEach
    void empty() {
        acme.empty();
        globex.empty();
        CountryNodes.on(acme.df()).bulkDelete(BulkQuery::confirmed, options -> options.hard());
        STATEMENTS.clear();
    }

    @AfterEach
    void noConnectionIsLeaked() {
        assertThat(df.activeConnections()).as("connections in use").isZero();
    }

    /** Expects an error of a code. */
    static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DataFlowException.class, e -> assertThat(e.code().id()).isEqualTo(code));
    }

    /** An party with an invoice, which has a payment. */
    static Party story(Scope scope, String name) {
        Party party = scope.parties().create(new Party(name + "@x.com", name));
        Invoice invoice = scope.invoices().create(new Invoice(party.id(), name));
        scope.payments().create(new Payment(null, invoice.id(), 7));
        return party;
    }
}
