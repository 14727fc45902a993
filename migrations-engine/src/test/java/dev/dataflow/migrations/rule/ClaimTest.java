package dev.dataflow.migrations.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.ServerVersion;
import dev.dataflow.migrations.statement.SqlStatement;
import dev.dataflow.migrations.statement.StatementReader;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import dev.dataflow.testing.TestDatabases;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * Compares what rules claim with what a server does. With {@code -Dclaims.report=true} each claim's outcome is printed, also of
 * those that are only documented, so that evidence can be written down; {@code -Dclaims.rules} is a pattern of names.
 */
@EveryEngine
class ClaimTest {

    private static final boolean REPORT = Boolean.getBoolean("claims.report");
    private static final String ONLY = System.getProperty("claims.rules", ".*");

    @Parameter
    TestDatabase anyDatabase;

    @TempDir
    Path folder;

    @Test
    void eachVerifiedClaimHolds() throws Exception {
        DatabaseEngine engine = DatabaseEngine.valueOf(anyDatabase.engine().name());
        List<String> wrong = new ArrayList<>();
        int verified = 0;
        try (TestDatabase database = TestDatabases.create(anyDatabase.engine());
                Connection connection = database.connect()) {
            ServerVersion version = version(connection, engine);
            ClaimServer server = server(engine, database, connection);
            server.execute(fixture(engine));
            for (Rule rule : Rules.all()) {
                for (Claim claim : rule.name().matches(ONLY) ? rule.claims() : List.<Claim>of()) {
                    boolean counts = claim.appliesTo(engine, version) && claim.isVerifiedOn(version);
                    if (!counts && !(REPORT && claim.appliesTo(engine, version))) {
                        continue;
                    }
                    String outcome = outcome(server, claim);
                    if (REPORT) {
                        System.out.println("CLAIM " + engine + " " + version + " " + rule.name() + ": "
                                + (outcome.isEmpty() ? "holds" : outcome) + (counts ? "" : " (documented)"));
                    }
                    if (counts) {
                        verified++;
                        if (!outcome.isEmpty()) {
                            wrong.add(rule.name() + ": " + outcome + "\n    " + claim.example());
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(verified).isPositive();
    }

    private static String outcome(ClaimServer server, Claim claim) throws Exception {
        try {
            return server.look(claim);
        } catch (SQLException | ExecutionException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private ClaimServer server(DatabaseEngine engine, TestDatabase database, Connection connection) {
        return switch (engine.family()) {
            case POSTGRESQL -> new PostgresClaims(database, connection);
            case MYSQL -> new MySqlClaims(database, connection, engine, fixture(engine));
            case SQLITE -> new SqliteClaims(folder);
        };
    }

    static ServerVersion version(Connection connection, DatabaseEngine engine) throws SQLException {
        return ServerVersion.of(connection.getMetaData().getDatabaseProductVersion());
    }

    static List<String> fixture(DatabaseEngine engine) {
        String name = engine.family().name().toLowerCase(Locale.ROOT);
        try (InputStream file =
                Objects.requireNonNull(ClaimTest.class.getResourceAsStream("/claims/" + name + ".sql"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return StatementReader.of(engine).read(text).stream()
                    .map(SqlStatement::sql)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
