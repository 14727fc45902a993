package dev.dataflow.benchmarks.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.benchmarks.bulk.BulkAgreement;
import dev.dataflow.benchmarks.web.WebAgreement;
import dev.dataflow.testing.Engine;
import org.junit.jupiter.api.Test;

/** On SQLite only, since no other test here needs a server; the module of peers checks every database. */
class AgreementTest {

    @Test
    void jdbcAndJooqAndOurNodesGiveTheSame() {
        assertThat(Agreement.check(Engine.SQLITE)).contains("jdbc", "dataflow", "jooq");
        assertThat(BulkAgreement.check(Engine.SQLITE)).contains("jdbc", "dataflow", "jooq");
        assertThat(WebAgreement.check(Engine.SQLITE)).contains("jdbc", "dataflow", "jooq");
    }
}
