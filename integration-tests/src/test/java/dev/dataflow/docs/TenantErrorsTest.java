package dev.dataflow.docs;

import static dev.dataflow.error.ErrorCode.TENANT_ACROSS;
import static dev.dataflow.error.ErrorCode.TENANT_BOUND;
import static dev.dataflow.error.ErrorCode.TENANT_FOREIGN;
import static dev.dataflow.error.ErrorCode.TENANT_INVALID;
import static dev.dataflow.error.ErrorCode.TENANT_MISSING;
import static dev.dataflow.error.ErrorCode.TENANT_UNSCOPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors about tenants, as the pages of their codes show them. */
class TenantErrorsTest extends ErrorScenes {

    private DataFlow df;
    private DataFlow acme;

    @BeforeEach
    void open() {
        df = open(DataFlow.builder().url(database(Engine.SQLITE).url()).models(Board.class, Card.class));
        acme = df.asTenant("acme");
        BoardNodes.on(acme).create(draft -> draft.name("to do"));
    }

    @Test
    void missing() {
        provoke(TENANT_MISSING, () -> {
            // docs:DF-501
            BoardNodes.on(df).list();
            // docs:end
        });
        // docs:DF-501-fixed
        BoardNodes.on(df.asTenant("acme")).list();
        // docs:end
    }

    @Test
    void invalid() {
        provoke(TENANT_INVALID, () -> {
            // docs:DF-502
            df.asTenant("acme' OR '1'='1");
            // docs:end
        });
        // docs:DF-502-fixed
        df.asTenant("acme");
        // docs:end
    }

    @Test
    void foreign() {
        provoke(TENANT_FOREIGN, () -> {
            // docs:DF-503
            df.asTenant("acme").node("BoardCreateNode").run(Map.of("name", "done", "tenant_id", "globex"));
            // docs:end
        });
        // docs:DF-503-fixed
        df.asTenant("globex").node("BoardCreateNode").run(Map.of("name", "done"));
        // docs:end
    }

    @Test
    void across() {
        provoke(TENANT_ACROSS, () -> {
            // docs:DF-504
            BoardNodes.on(df.acrossTenants("rename")).update(1, patch -> patch.name("open"));
            // docs:end
        });
        // docs:DF-504-fixed
        for (String tenant : List.of("acme", "globex")) {
            BoardNodes.on(df.asTenant(tenant)).bulkUpdate(query -> query.confirmed(), patch -> patch.name("open"));
        }
        // docs:end
        assertThat(BoardNodes.on(acme).read(1).orElseThrow().name()).isEqualTo("open");
    }

    @Test
    void bound() {
        provoke(TENANT_BOUND, () -> {
            // docs:DF-505
            DataFlow scope = df.asTenant("acme");
            scope.asTenant("globex");
            // docs:end
        });
        // docs:DF-505-fixed
        df.asTenant("globex");
        // docs:end
    }

    @Test
    void unscoped() {
        provoke(TENANT_UNSCOPED, () -> {
            // docs:DF-506
            df.asTenant("acme").dsl().selectFrom(BoardTable.BOARD).fetch();
            // docs:end
        });
        // docs:DF-506-fixed
        DataFlow scope = df.asTenant("acme");
        scope.unscopedDsl("export").selectFrom(scope.scoped(BoardTable.BOARD)).fetch();
        // docs:end
    }
}
