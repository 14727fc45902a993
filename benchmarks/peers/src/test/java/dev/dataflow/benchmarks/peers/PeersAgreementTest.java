package dev.dataflow.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.benchmarks.bulk.BulkAgreement;
import dev.dataflow.benchmarks.rows.Agreement;
import dev.dataflow.benchmarks.web.WebAgreement;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabases;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All peers give the same rows for the same work. */
class PeersAgreementTest {

    static List<Engine> engines() {
        return TestDatabases.engines();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void allPeersGiveTheSame(Engine engine) {
        List<String> peers = Agreement.check(engine);
        assertThat(peers).contains("jdbc", "dataflow", "jooq", "hibernate", "jdbi");
        assertThat(peers.contains("micronaut")).isEqualTo(engine != Engine.SQLITE);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void allPeersWriteManyRowsTheSame(Engine engine) {
        List<String> peers = BulkAgreement.check(engine);
        assertThat(peers).contains("jdbc", "dataflow", "jooq", "hibernate", "jdbi");
        assertThat(peers.contains("copy")).isEqualTo(engine == Engine.POSTGRESQL);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void allPeersDoTheWebTestsTheSame(Engine engine) {
        assertThat(WebAgreement.check(engine)).contains("jdbc", "dataflow", "jooq", "hibernate", "jdbi");
    }
}
