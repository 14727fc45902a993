package dev.dataflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dataflow.config.DataFlowConfig;
import dev.dataflow.config.Secret;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EngineSource;
import dev.dataflow.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenFailureTest {

    @TempDir
    Path folder;

    private Set<Thread> before;

    @BeforeEach
    void countThreads() {
        before = Thread.getAllStackTraces().keySet();
    }

    @AfterEach
    void noPoolIsLeft() {
        // the pool's threads end a moment after close()
        long deadline = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (!threadsOfPools().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(threadsOfPools()).isEmpty();
    }

    private Set<String> threadsOfPools() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("dataflow"))
                .collect(Collectors.toSet());
    }

    private static DataFlowException failure(ErrorCode code, String url) {
        return failure(code, Post.config(url));
    }

    private static DataFlowException failure(ErrorCode code, DataFlowConfig config) {
        DataFlowException e = assertThrows(
                DataFlowException.class, () -> Database.open(config).close());
        assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
        assertThat(Post.printed(e)).doesNotContain("hush");
        return e;
    }

    @Test
    void withoutUrl() {
        failure(ErrorCode.URL_UNSUPPORTED, DataFlowConfig.from(Map.of()).withUrl(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mariadb"})
    void nothingListens(String scheme) throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        DataFlowException e = failure(ErrorCode.DATABASE_UNREACHABLE, scheme + "://ann:hush@127.0.0.1:" + port + "/db");
        assertThat(e.why()).isEqualTo("nothing accepts connections there");
        assertThat(e.what()).contains("127.0.0.1:" + port + "/db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mariadb"})
    void hostIsUnknown(String scheme) {
        DataFlowException e = failure(ErrorCode.DATABASE_UNREACHABLE, scheme + "://ann:hush@no.host.invalid/db");
        assertThat(e.why()).isEqualTo("the host is not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mariadb"})
    void serverSaysNothing(String scheme) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = scheme + "://ann:hush@127.0.0.1:" + silent.getLocalPort() + "/db";
            long start = System.nanoTime();
            Duration most = Duration.ofMillis(scheme.equals("postgresql") ? 1000 : 300);
            failure(ErrorCode.DATABASE_UNREACHABLE, Post.config(url).withConnectionTimeout(most));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(most.plusMillis(700));
        }
    }

    @ParameterizedTest
    @EngineSource({Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB})
    void databaseDoesNotExist(TestDatabase test) {
        DataFlowException e =
                failure(ErrorCode.DATABASE_UNREACHABLE, test.url().replace(test.name(), test.name() + "_absent"));
        assertThat(e.why()).contains("does not exist");
    }

    @ParameterizedTest
    @EngineSource(Engine.POSTGRESQL)
    void userDoesNotExist(TestDatabase test) {
        failure(ErrorCode.AUTHENTICATION_FAILED, test.url().replace("user=" + test.user(), "user=nobody_here"));
    }

    @ParameterizedTest
    @EngineSource({Engine.POSTGRESQL, Engine.MYSQL, Engine.MARIADB})
    void passwordIsWrong(TestDatabase test) throws SQLException {
        String user = "u_" + Long.toHexString(System.nanoTime());
        try (Connection admin = test.connect();
                Credentials asked = Credentials.create(admin, test.engine(), user, "right")) {
            DataFlowConfig config = Post.config(test.url().replaceAll("[?&](user|password)=[^&]*", ""))
                    .withUser(asked.user());
            failure(ErrorCode.AUTHENTICATION_FAILED, config.withPassword(new Secret("hush")));
            failure(ErrorCode.AUTHENTICATION_FAILED, config);
            Database.open(config.withPassword(new Secret("right"))).close();
        }
    }

    @ParameterizedTest
    @EngineSource(Engine.POSTGRESQL)
    void serverIsReadOnlyPostgres(TestDatabase test) throws SQLException {
        try (Connection admin = test.connect()) {
            Post.run(admin, "ALTER DATABASE \"" + test.name() + "\" SET default_transaction_read_only = on");
        }
        failure(ErrorCode.DATABASE_READ_ONLY, test.url() + "&readOnly=true");
        assertThat(failure(ErrorCode.DATABASE_READ_ONLY, test.url()).why()).contains("default_transaction_read_only");
    }

    @ParameterizedTest
    @EngineSource({Engine.MYSQL, Engine.MARIADB})
    void serverIsReadOnlyMySql(TestDatabase test) throws SQLException {
        String user = "u_" + Long.toHexString(System.nanoTime());
        try (Connection admin = test.connect();
                Credentials asked = Credentials.create(admin, test.engine(), user, "right")) {
            DataFlowConfig config = Post.config(test.url().replaceAll("[?&](user|password)=[^&]*", ""))
                    .withUser(asked.user())
                    .withPassword(new Secret("right"));
            Post.run(admin, "SET GLOBAL read_only = ON");
            try {
                failure(ErrorCode.DATABASE_READ_ONLY, config);
                Database.open(Post.config(test)).close(); // an administrator may write all the same
                if (test.engine() == Engine.MYSQL) { // MariaDB has no such setting
                    Post.run(admin, "SET GLOBAL super_read_only = ON");
                    failure(ErrorCode.DATABASE_READ_ONLY, test.url());
                    Post.run(admin, "SET GLOBAL super_read_only = OFF");
                }
            } finally {
                Post.run(admin, "SET GLOBAL read_only = OFF");
            }
        }
        failure(ErrorCode.DATABASE_READ_ONLY, test.url() + "&sessionVariables=transaction_read_only=1");
    }

    @ParameterizedTest
    @EngineSource(Engine.POSTGRESQL)
    void encodingThatLosesCharacters(TestDatabase test) throws SQLException {
        String name = test.name() + "_latin";
        try (Connection admin = test.connect()) {
            Post.run(admin, "CREATE DATABASE \"" + name + "\" ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
            try {
                failure(ErrorCode.DATABASE_UNSAFE, test.url().replace(test.name(), name));
            } finally {
                Post.run(admin, "DROP DATABASE \"" + name + "\" WITH (FORCE)");
            }
        }
        failure(ErrorCode.DATABASE_UNSAFE, test.url() + "&options=-c%20standard_conforming_strings=off");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "useAffectedRows=true",
                "zeroDateTimeBehavior=CONVERT_TO_NULL",
                "zeroDateTimeBehavior=round",
                "jdbcCompliantTruncation=false",
                "sendFractionalSeconds=FALSE",
                "autoReconnect=true",
                "characterEncoding=latin1"
            })
    void parametersOfMySqlThatLoseData(String parameter) {
        DataFlowException e = failure(ErrorCode.DATABASE_UNSAFE, "mysql://ann:hush@h/db?" + parameter);
        assertThat(e.what()).contains(parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void parametersOfMariaDbThatLoseData() {
        failure(ErrorCode.DATABASE_UNSAFE, "mariadb://ann:hush@h/db?useAffectedRows=TRUE");
    }

    @Test
    void parametersOfSqliteThatLoseData() {
        failure(ErrorCode.DATABASE_UNSAFE, "jdbc:sqlite:" + folder + "/a.db?foreign_keys=off");
        failure(ErrorCode.DATABASE_UNSAFE, "jdbc:sqlite:" + folder + "/a.db?journal_mode=OFF");
    }

    @Test
    void sqliteFolderIsMissing() {
        assertThat(failure(ErrorCode.DATABASE_UNREACHABLE, "jdbc:sqlite:" + folder + "/absent/a.db")
                        .why())
                .contains("folder");
        assertThat(folder.resolve("absent")).doesNotExist();
    }

    @Test
    void sqliteFileIsSomethingElse() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "no database, but long enough to look at. ".repeat(99));
        assertThat(failure(ErrorCode.DATABASE_UNREACHABLE, "jdbc:sqlite:" + text)
                        .why())
                .contains("not a SQLite database");
        assertThat(failure(ErrorCode.DATABASE_UNREACHABLE, "jdbc:sqlite:" + folder)
                        .why())
                .contains("cannot be opened");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode=ro", "immutable=1"})
    void sqliteFileIsReadOnly(String parameter) {
        String file = folder + "/a.db";
        Database.open(Post.config("jdbc:sqlite:" + file)).close();
        failure(ErrorCode.DATABASE_READ_ONLY, "sqlite:///" + file + "?" + parameter);
        failure(ErrorCode.DATABASE_READ_ONLY, "jdbc:sqlite:file:" + file + "?" + parameter);
    }

    @Test
    void sqliteFileIsOpenedReadOnly() throws SQLException {
        String file = folder + "/a.db";
        Database.open(Post.config("jdbc:sqlite:" + file)).close();
        failure(ErrorCode.DATABASE_READ_ONLY, "jdbc:sqlite:" + file + "?open_mode=1");
        failure(ErrorCode.DATABASE_UNREACHABLE, "jdbc:sqlite:file:" + folder + "/absent.db?mode=ro");
    }
}
