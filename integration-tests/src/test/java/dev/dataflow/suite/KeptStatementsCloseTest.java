package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.jdbc4.JDBC4Connection;

/** A pool that was given stays open, but its connections keep nothing of ours. */
@EveryEngine
class KeptStatementsCloseTest {

    private final TestDatabase database;

    KeptStatementsCloseTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void statementsOfAGivenPoolAreClosedWithTheInstance() throws SQLException {
        assumeTrue(database.engine() == Engine.SQLITE, "drivers of servers keep statements themselves");
        Recorded source = new Recorded(database.url());
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            List<PreparedStatement> open;
            try (DataFlow df =
                    DataFlow.builder().dataSource(pool).models(Tag.class).build()) {
                assertThat(TagNodes.on(df).count()).isZero();
                assertThat(TagNodes.on(df).count()).isZero();
                open = source.open();
                assertThat(open).hasSize(1);
            }
            assertThat(source.open()).isEmpty();
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.unwrap(SQLiteConnection.class))
                        .isSameAs(open.get(0).getConnection());
            }
        }
    }

    /** The driver's connections, with what they prepare written down. */
    private static final class Recorded extends SQLiteDataSource {

        private final List<PreparedStatement> prepared = new ArrayList<>();

        Recorded(String url) {
            setUrl(url);
        }

        List<PreparedStatement> open() throws SQLException {
            List<PreparedStatement> open = new ArrayList<>();
            for (PreparedStatement each : prepared) {
                if (!each.isClosed()) {
                    open.add(each);
                }
            }
            return open;
        }

        @Override
        public SQLiteConnection getConnection(String user, String password) throws SQLException {
            return new JDBC4Connection(getUrl(), getUrl().substring("jdbc:sqlite:".length()), new Properties()) {
                @Override
                public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
                        throws SQLException {
                    PreparedStatement made = super.prepareStatement(sql, type, concurrency, holdability);
                    prepared.add(made);
                    return made;
                }
            };
        }
    }
}
