package dev.dataflow.docs;

import static dev.dataflow.docs.BoardTable.BOARD;
import static dev.dataflow.docs.CardTable.CARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.TenancyStrategy;
import dev.dataflow.database.RowSecurity;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ForeignKeyViolationException;
import dev.dataflow.migrations.SchemaDdl;
import dev.dataflow.migrations.descriptor.DescriptorReader;
import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.suite.OrdinaryUser;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.util.List;
import java.util.Map;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scenes of the page about tenants. */
@EveryEngine
class TenantsGuideTest extends GuideScenes {

    private DataFlow whole;
    private BoardNodes boards;
    private CardNodes cards;

    TenantsGuideTest(TestDatabase engine) {
        super(engine);
    }

    // docs:with-cards
    record BoardWithCards(String name, List<Card> cards) {}
    // docs:end

    @BeforeEach
    void openTenants() {
        whole = builder()
                .models(Board.class, Card.class)
                .allowAcrossTenants(true)
                .build();
        for (String tenant : List.of("acme", "globex")) {
            DataFlow scope = whole.asTenant(tenant);
            Board board = BoardNodes.on(scope).create(draft -> draft.name("to do"));
            CardNodes.on(scope).create(draft -> draft.boardId(board.id()).text("for " + tenant));
        }
        boards = BoardNodes.on(whole.asTenant("acme"));
        cards = CardNodes.on(whole.asTenant("acme"));
    }

    @AfterEach
    void closeTenants() {
        whole.close();
    }

    @Test
    void schema() {
        scene("tenant-schema");
        DatabaseEngine engine = DatabaseEngine.valueOf(engine().name());
        DescriptorReader reader = new DescriptorReader(getClass().getClassLoader());
        List<ModelDescriptor> models = List.of(reader.read(Board.class.getName()), reader.read(Card.class.getName()));
        SchemaDdl.statements(engine, models).forEach(sql -> print(sql + ";"));
        end();
    }

    @Test
    void reads() {
        scene("tenant-read");
        // docs:tenant-read
        DataFlow acme = whole.asTenant("acme");
        BoardNodes boards = BoardNodes.on(acme);
        print(boards.list().records());
        print(boards.read(2)); // of globex
        // docs:end
        end();
        scene("tenant-relation");
        // docs:tenant-relation
        print(boards.count(query -> query.filter(Map.of("cards", Map.of("$some", Map.of("done", false))))));
        print(boards.list(query -> {}, BoardWithCards.class).records());
        // docs:end
        end();
    }

    @Test
    void writes() {
        scene("tenant-write");
        // docs:tenant-write
        cards.create(draft -> draft.boardId(1).text("pack")); // unique and referenced within the tenant
        cards.update(1, patch -> patch.done(true));
        print(cards.bulkUpdate(query -> query.where(CARD.DONE.eq(false)), patch -> patch.done(true))
                .updated());
        print(cards.delete(2)); // of globex
        // docs:end
        end();
        scene("tenant-upsert");
        // docs:tenant-upsert
        print(boards.upsert(draft -> draft.name("done"), on -> on.conflictOn(BOARD.NAME))
                .action());
        // docs:end
        end();
        scene("tenant-reference");
        // docs:tenant-reference
        try {
            cards.create(draft -> draft.boardId(2).text("on a board of globex"));
        } catch (ForeignKeyViolationException e) {
            print(e.code() + " " + e.fields());
        }
        // docs:end
        endOutput();
    }

    @Test
    void scopes() {
        scene("tenant-missing");
        // docs:tenant-missing
        try {
            BoardNodes.on(whole).count();
        } catch (DataFlowException e) {
            print(e.getMessage());
        }
        // docs:end
        end();
        scene("tenant-across");
        // docs:tenant-across
        BoardNodes all = BoardNodes.on(whole.acrossTenants("monthly figures"));
        print(all.aggregate(query -> query.groupBy(BOARD.TENANT_ID).count("boards")));
        // docs:end
        end();
        scene("tenant-transaction");
        // docs:tenant-transaction
        whole.transaction(tx -> {
            BoardNodes.on(tx.asTenant("acme")).create(draft -> draft.name("shared"));
            BoardNodes.on(tx.asTenant("globex")).create(draft -> draft.name("shared"));
        });
        // docs:end
        assertThat(boards.count()).isEqualTo(2);
        end();
    }

    @Test
    void plainSql() {
        scene("tenant-jooq");
        // docs:tenant-jooq
        DataFlow acme = whole.asTenant("acme");
        print(acme.unscopedDsl("texts of all cards")
                .select(CARD.TEXT)
                .from(acme.scoped(CARD))
                .fetch(CARD.TEXT));
        // docs:end
        endOutput();
    }

    @Test
    void rowSecurity() {
        if (engine() != Engine.POSTGRESQL) {
            return;
        }
        TestDatabase application;
        try (TestDatabase database = TestDatabases.create(Engine.POSTGRESQL)) {
            application = OrdinaryUser.of(database);
            // docs:row-security-open
            try (DataFlow df = builder()
                    .url(application.url()) // a user with neither SUPERUSER nor BYPASSRLS
                    .models(Board.class, Card.class)
                    .requireRowSecurity(true)
                    .build()) {
                // docs:end
                rowSecurity(df);
            }
        }
    }

    private void rowSecurity(DataFlow df) {
        for (String tenant : List.of("acme", "globex")) {
            BoardNodes.on(df.asTenant(tenant)).create(draft -> draft.name("to do"));
        }
        scene("row-security");
        // docs:row-security
        DataFlow acme = df.asTenant("acme");
        print(BoardNodes.on(acme).list().records());
        print(acme.dsl().execute("update boards set name = 'mine'")); // all that it sees
        df.transaction(tx -> {
            BoardNodes.on(tx.asTenant("acme")).create(draft -> draft.name("done"));
            print(BoardNodes.on(tx.asTenant("acme")).count());
            print(tx.asTenant("acme").dsl().fetchCount(BOARD));
            print(tx.dsl().fetchCount(BOARD)); // of nobody
        });
        try {
            acme.dsl().execute("update boards set tenant_id = 'globex'");
        } catch (DataAccessException e) {
            print(e.sqlState());
        }
        // docs:end
        end();
        scene("row-security-schema");
        RowSecurity.statements("\"boards\"", true).forEach(sql -> print(sql + ";"));
        endOutput();
    }

    @Test
    void places() {
        if (engine() != Engine.POSTGRESQL) {
            return;
        }
        try (TestDatabase server = TestDatabases.create(Engine.POSTGRESQL)) {
            scene("tenant-places");
            // docs:tenant-places
            try (DataFlow df = builder()
                    .url(server.url())
                    .models(Board.class, Card.class)
                    .tenancyStrategy(TenancyStrategy.SCHEMA)
                    .openTenants(50)
                    .build()) {
                for (String tenant : List.of("acme", "globex")) {
                    BoardNodes.on(df.asTenant(tenant)).create(draft -> draft.name("to do"));
                }
                DataFlow acme = df.asTenant("acme");
                print(BoardNodes.on(acme).list().records());
                print(acme.unscopedDsl("where it lies").fetchValue("select current_schema()"));
                print(df.openTenants());
            }
            // docs:end
            endOutput();
        }
    }
}
