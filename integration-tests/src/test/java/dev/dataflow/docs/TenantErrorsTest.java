package dev.dataflow.docs;

import static dev.dataflow.error.ErrorCode.ROW_SECURITY_BYPASSED;
import static dev.dataflow.error.ErrorCode.ROW_SECURITY_MISSING;
import static dev.dataflow.error.ErrorCode.ROW_SECURITY_UNSUPPORTED;
import static dev.dataflow.error.ErrorCode.TENANCY_UNSUPPORTED;
import static dev.dataflow.error.ErrorCode.TENANT_ACROSS;
import static dev.dataflow.error.ErrorCode.TENANT_ACROSS_OFF;
import static dev.dataflow.error.ErrorCode.TENANT_BOUND;
import static dev.dataflow.error.ErrorCode.TENANT_FOREIGN;
import static dev.dataflow.error.ErrorCode.TENANT_INVALID;
import static dev.dataflow.error.ErrorCode.TENANT_MISSING;
import static dev.dataflow.error.ErrorCode.TENANT_PLACE_MISSING;
import static dev.dataflow.error.ErrorCode.TENANT_TRANSACTION;
import static dev.dataflow.error.ErrorCode.TENANT_UNSCOPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.DataFlowBuilder;
import dev.dataflow.config.TenancyStrategy;
import dev.dataflow.database.RowSecurity;
import dev.dataflow.suite.OrdinaryUser;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors about tenants, as the pages of their codes show them. */
class TenantErrorsTest extends ErrorScenes {

    private TestDatabase shop;
    private DataFlow df;
    private DataFlow acme;

    @BeforeEach
    void open() {
        shop = database(Engine.SQLITE);
        df = open(DataFlow.builder()
                .url(shop.url())
                .models(Board.class, Card.class)
                .allowAcrossTenants(true));
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

    @Test
    void rowSecurityUnsupported() {
        provoke(ROW_SECURITY_UNSUPPORTED, () -> {
            // docs:DF-507
            DataFlow.builder().url(shop.url()).requireRowSecurity(true).build();
            // docs:end
        });
        // docs:DF-507-fixed
        DataFlow.builder()
                .url(shop.url())
                .models(Board.class, Card.class)
                .build()
                .close();
        // docs:end
    }

    @Test
    void rowSecurityMissing() {
        TestDatabase server = OrdinaryUser.of(database(Engine.POSTGRESQL));
        provoke(ROW_SECURITY_MISSING, () -> {
            // docs:DF-508
            try (DataFlow without = DataFlow.builder()
                    .url(server.url())
                    .models(Board.class, Card.class)
                    .build()) { // creates the tables without policies
                without.models();
            }
            DataFlow.builder()
                    .url(server.url())
                    .models(Board.class, Card.class)
                    .requireRowSecurity(true)
                    .build();
            // docs:end
        });
        try (DataFlow df = DataFlow.builder()
                .url(server.url())
                .models(Board.class, Card.class)
                .build()) {
            // docs:DF-508-fixed
            for (String table : List.of("boards", "cards")) {
                RowSecurity.statements(table, false).forEach(sql -> df.dsl().execute(sql));
            }
            // docs:end
        }
        open(DataFlow.builder()
                .url(server.url())
                .models(Board.class, Card.class)
                .requireRowSecurity(true));
    }

    @Test
    void rowSecurityBypassed() {
        TestDatabase administrator = database(Engine.POSTGRESQL);
        provoke(ROW_SECURITY_BYPASSED, () -> {
            // docs:DF-509
            DataFlow.builder()
                    .url(administrator.url()) // of a superuser
                    .models(Board.class, Card.class)
                    .requireRowSecurity(true)
                    .build();
            // docs:end
        });
        TestDatabase application = OrdinaryUser.of(administrator);
        // docs:DF-509-fixed
        DataFlow.builder()
                .url(application.url()) // of a user with neither SUPERUSER nor BYPASSRLS
                .models(Board.class, Card.class)
                .requireRowSecurity(true)
                .build()
                .close();
        // docs:end
    }

    @Test
    void acrossOff() {
        DataFlow df = open(DataFlow.builder().url(shop.url()).models(Board.class, Card.class));
        provoke(TENANT_ACROSS_OFF, () -> {
            // docs:DF-510
            BoardNodes.on(df.acrossTenants("monthly figures")).count();
            // docs:end
        });
        // docs:DF-510-fixed
        try (DataFlow reports = DataFlow.builder()
                .url(shop.url())
                .models(Board.class, Card.class)
                .allowAcrossTenants(true)
                .build()) {
            BoardNodes.on(reports.acrossTenants("monthly figures")).count();
        }
        // docs:end
    }

    @Test
    void strategyUnsupported() {
        provoke(TENANCY_UNSUPPORTED, () -> {
            // docs:DF-511
            DataFlow.builder()
                    .url(shop.url()) // SQLite
                    .tenancyStrategy(TenancyStrategy.SCHEMA)
                    .build();
            // docs:end
        });
        // docs:DF-511-fixed
        DataFlow.builder()
                .url(shop.url())
                .models(Board.class, Card.class)
                .tenancyStrategy(TenancyStrategy.DATABASE)
                .build()
                .close();
        // docs:end
    }

    @Test
    void transactionElsewhere() {
        DataFlow df = open(places());
        provoke(TENANT_TRANSACTION, () -> {
            // docs:DF-512
            df.transaction(tx -> BoardNodes.on(tx.asTenant("acme")).create(draft -> draft.name("done")));
            // docs:end
        });
        // docs:DF-512-fixed
        df.asTenant("acme").transaction(tx -> BoardNodes.on(tx).create(draft -> draft.name("done")));
        // docs:end
    }

    private DataFlowBuilder places() {
        return DataFlow.builder()
                .url(shop.url())
                .models(Board.class, Card.class)
                .tenancyStrategy(TenancyStrategy.DATABASE);
    }

    @Test
    void placeMissing() {
        DataFlow df = open(places().autoMigrate(false));
        provoke(TENANT_PLACE_MISSING, () -> {
            // docs:DF-513
            BoardNodes.on(df.asTenant("acme")).count(); // opened with autoMigrate(false)
            // docs:end
        });
        // docs:DF-513-fixed
        try (DataFlow administration = places().autoMigrate(true).build()) {
            BoardNodes.on(administration.asTenant("acme")).count(); // creates it
        }
        BoardNodes.on(df.asTenant("acme")).count();
        // docs:end
    }
}
