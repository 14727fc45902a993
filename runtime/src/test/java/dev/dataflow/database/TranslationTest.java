package dev.dataflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dataflow.error.CheckViolationException;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.ForeignKeyViolationException;
import dev.dataflow.error.NotNullViolationException;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

@EveryEngine
class TranslationTest {

    private static Database database;

    private final TestDatabase test;
    private Connection connection;

    TranslationTest(TestDatabase test) {
        this.test = test;
    }

    @BeforeParameterizedClassInvocation
    static void open(TestDatabase test) throws SQLException {
        Post.create(test);
        // the driver's messages at their fullest, as a given data source has them
        String full = test.engine() == Engine.POSTGRESQL ? test.url() + "&logServerErrorDetail=true" : test.url();
        database = Database.open(Post.config(full));
    }

    @AfterParameterizedClassInvocation
    static void close() {
        assertThat(database.activeConnections()).isZero();
        database.close();
    }

    @BeforeEach
    void acquire() {
        connection = database.acquire();
    }

    @AfterEach
    void release() {
        database.release(connection);
    }

    private DataFlowException translated(String action, TestModel model, Executable violation) {
        SQLException thrown = assertThrows(SQLException.class, violation);
        DataFlowException translated = database.dialect().translate(thrown, new ErrorContext(action, model));
        assertThat(Post.printed(translated)).doesNotContain("hush").doesNotContain("4711");
        assertThat(translated.getMessage())
                .startsWith("[DF-4")
                .contains("why: ")
                .contains("fix: ");
        assertThat(translated.what()).startsWith(action + ": ");
        assertThat(translated.getCause()).isInstanceOf(ScrubbedSqlException.class);
        assertThat(translated.getCause().getStackTrace()).isEqualTo(thrown.getStackTrace());
        assertThat(translated.sqlState()).isEqualTo(thrown.getSQLState());
        return translated;
    }

    private DataFlowException create(Object... values) {
        return translated("create of Parcel", TestModel.PARCEL, () -> Post.insert(connection, values));
    }

    private boolean names() {
        return test.engine() != Engine.SQLITE;
    }

    @Test
    void uniqueNamesItsComponent() {
        var e = (UniqueViolationException) create(2L, 1L, Post.MARKER, "r", 2L, 1L);
        assertThat(e.code()).isEqualTo(ErrorCode.UNIQUE_VIOLATION);
        assertThat(e.fields()).containsExactly("number");
        assertThat(e.constraint()).isEqualTo(names() ? "uk_parcels_number" : null);
        assertThat(e.retryable()).isFalse();
        assertThat(e.what()).contains("`number`");
    }

    @Test
    void uniqueNamesAllComponentsInOrder() {
        var e = (UniqueViolationException) create(2L, 1L, "n", Post.MARKER, 1L, 1L);
        assertThat(e.fields()).containsExactly("region", "slotNo");
    }

    @Test
    void primaryKeyNamesTheKey() {
        var e = (UniqueViolationException) create(1L, 1L, "n", "r", 2L, 1L);
        assertThat(e.fields()).containsExactly("parcelId");
    }

    @Test
    void uniqueInABatch() {
        var e = (UniqueViolationException) translated("bulk create of Parcel", TestModel.PARCEL, () -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("INSERT INTO parcels VALUES (?, 1, ?, 'r', 9, 1)")) {
                for (long id = 20; id < 23; id++) {
                    statement.setLong(1, id);
                    statement.setString(2, Post.MARKER);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
        assertThat(e.fields()).containsExactly("number");
    }

    @Test
    void uniqueWithoutModelNamesColumns() {
        var e = (UniqueViolationException)
                translated("statement", null, () -> Post.insert(connection, 2L, 1L, "n", Post.MARKER, 1L, 1L));
        assertThat(e.fields())
                .isEqualTo(
                        test.engine() == Engine.MYSQL || test.engine() == Engine.MARIADB
                                ? List.of()
                                : List.of("region", "slot_no"));
    }

    @Test
    void uniqueOfATableOfOthersNamesNoComponent() {
        var e = (UniqueViolationException) translated(
                "create of Sender", TestModel.SENDER, () -> Post.insert(connection, 2L, 1L, Post.MARKER, "r", 2L, 1L));
        assertThat(e.fields()).isEmpty();
    }

    @Test
    void missingReferenceNamesItsComponent() {
        var e = (ForeignKeyViolationException) create(2L, 4711L, "n", "r", 2L, 1L);
        assertThat(e.code()).isEqualTo(ErrorCode.FOREIGN_KEY_VIOLATION);
        assertThat(e.fields()).containsExactly("senderId");
        assertThat(e.constraint()).isEqualTo(names() ? "fk_parcels_sender_id" : null);
    }

    @Test
    void rowStillReferencedNamesNoComponentOfItsOwn() {
        var e = (ForeignKeyViolationException) translated(
                "delete of Sender", TestModel.SENDER, () -> Post.run(connection, "DELETE FROM senders WHERE id = 1"));
        assertThat(e.fields()).isEmpty();
        assertThat(e.constraint()).isEqualTo(names() ? "fk_parcels_sender_id" : null);
    }

    @Test
    void nullNamesItsComponent() {
        var e = (NotNullViolationException) create(2L, 1L, "n", null, 2L, 1L);
        assertThat(e.code()).isEqualTo(ErrorCode.NOT_NULL_VIOLATION);
        assertThat(e.fields()).containsExactly("region");
    }

    @Test
    void absentColumnNamesItsComponent() {
        var e = (NotNullViolationException) translated(
                "create of Parcel",
                TestModel.PARCEL,
                () -> Post.update(
                        connection,
                        "INSERT INTO parcels (parcel_id, sender_id, region, slot_no, weight) VALUES (9, 1, ?, 9, 1)",
                        Post.MARKER));
        assertThat(e.fields()).containsExactly("number");
    }

    @Test
    void checkNamesItsConstraint() {
        var e = (CheckViolationException) create(2L, 1L, "n", "r", 2L, -4711L);
        assertThat(e.code()).isEqualTo(ErrorCode.CHECK_VIOLATION);
        assertThat(e.constraint()).isEqualTo("ck_parcels_weight");
    }

    @Test
    void valuesThatDoNotFit() {
        if (names()) {
            assertThat(create(2L, 1L, Post.MARKER.repeat(9), "r", 2L, 1L).code())
                    .isEqualTo(ErrorCode.VALUE_OUT_OF_RANGE);
            assertThat(create(2L, 1L, "n", "r", 2L, 4_711_000_000L).code()).isEqualTo(ErrorCode.VALUE_OUT_OF_RANGE);
        } else {
            DataFlowException e = create(2L, 1L, "n", "r", 2L, Post.MARKER);
            assertThat(e.code()).isEqualTo(ErrorCode.VALUE_OUT_OF_RANGE);
            assertThat(e.what()).contains("`weight`");
        }
    }

    @Test
    void arithmeticOverflow() throws SQLException {
        Post.run(connection, "INSERT INTO senders VALUES (9223372036854775807)");
        assertThat(translated(
                                "update of Sender",
                                TestModel.SENDER,
                                () -> Post.run(
                                        connection,
                                        test.engine() == Engine.SQLITE
                                                ? "SELECT abs(-9223372036854775808)"
                                                : "UPDATE senders SET id = id + 1 WHERE id > 4711"))
                        .code())
                .isEqualTo(ErrorCode.VALUE_OUT_OF_RANGE);
    }

    @Test
    void missingTableOrColumn() {
        var table =
                translated("list of X", null, () -> Post.run(connection, "SELECT * FROM absent WHERE 'hush' = '4711'"));
        assertThat(table.code()).isEqualTo(ErrorCode.SCHEMA_OBJECT_MISSING);
        assertThat(table.why()).contains("absent");
        var column = translated("list of X", null, () -> Post.run(connection, "SELECT absent FROM senders"));
        assertThat(column.code()).isEqualTo(ErrorCode.SCHEMA_OBJECT_MISSING);
        assertThat(column.why()).contains("absent");
        var inserted = translated(
                "create of X", null, () -> Post.run(connection, "INSERT INTO senders (absent) VALUES ('hush')"));
        assertThat(inserted.code()).isEqualTo(ErrorCode.SCHEMA_OBJECT_MISSING);
    }

    @Test
    void whatHasNoCodeOfItsOwn() {
        var e = translated("statement", null, () -> Post.run(connection, "SELEKT 'hush'"));
        assertThat(e.code()).isEqualTo(ErrorCode.STATEMENT_FAILED);
        assertThat(e.retryable()).isFalse();
    }

    @Test
    void writeInAReadOnlyTransaction() throws SQLException {
        Dialect dialect = database.dialect();
        dialect.begin(connection, true, Dialect.DEFAULT_ISOLATION);
        try {
            assertThat(Post.ask(connection, "SELECT count(*) FROM parcels")).isEqualTo("1");
            SQLException thrown =
                    assertThrows(SQLException.class, () -> Post.run(connection, "INSERT INTO senders VALUES (5)"));
            assertThat(dialect.translate(thrown, new ErrorContext("create of Sender", TestModel.SENDER))
                            .code())
                    .isEqualTo(ErrorCode.DATABASE_READ_ONLY);
        } finally {
            dialect.rollback(connection);
        }
        Post.run(connection, "INSERT INTO senders VALUES (5)");
        Post.run(connection, "DELETE FROM senders WHERE id = 5");
    }
}
