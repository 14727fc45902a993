package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.CheckViolationException;
import dev.dataflow.error.ConnectionException;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.ForeignKeyViolationException;
import dev.dataflow.error.NotNullViolationException;
import dev.dataflow.error.Problem;
import dev.dataflow.error.TransactionConflictException;
import dev.dataflow.error.UniqueViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a driver's exception in DataFlow's words: code, what, why and fix, without values. */
final class FailureTranslation {

    private final DatabaseEngine engine;
    private final FailureReader reader;

    FailureTranslation(DatabaseEngine engine, FailureReader reader) {
        this.engine = engine;
        this.reader = reader;
    }

    DataFlowException translate(SQLException thrown, ErrorContext context) {
        Failure failure = reader.read(thrown);
        String constraint = failure.constraint();
        SQLException cause = ScrubbedSqlException.of(thrown, constraint);
        List<String> fields = context.model() == null
                ? failure.columns()
                : new FailedFields(context.model(), context.action()).of(failure);
        Words words = new Words(context.action(), engine.label(), failure, fields);
        return switch (failure.kind()) {
            case UNIQUE -> new UniqueViolationException(words.unique(), cause, fields, constraint);
            case FOREIGN_KEY -> new ForeignKeyViolationException(words.foreignKey(), cause, fields, constraint);
            case NOT_NULL -> new NotNullViolationException(words.notNull(), cause, fields, constraint);
            case CHECK -> new CheckViolationException(words.check(), cause, fields, constraint);
            case VALUE -> new DataFlowException(words.value(), cause, false);
            case TOO_LARGE -> new DataFlowException(words.tooLarge(), cause, false);
            case CONFLICT -> new TransactionConflictException(words.conflict(), cause);
            case TIMEOUT -> new DataFlowException(words.timeout(), cause, false);
            case CONNECTION_LOST -> new ConnectionException(words.lost(), cause);
            case OBJECT_MISSING -> new DataFlowException(words.missing(), cause, false);
            case READ_ONLY -> new DataFlowException(words.readOnly(), cause, false);
            case PERMISSION -> new DataFlowException(words.permission(), cause, false);
            case POLICY -> new CheckViolationException(words.policy(), cause, fields, constraint);
            case TRANSACTION_FAILED -> new DataFlowException(words.transactionFailed(), cause, false);
            case PATTERN -> new DataFlowException(words.pattern(), cause, false);
            case EXPRESSION_COST -> new DataFlowException(words.expressionCost(), cause, false);
            case SORT_MEMORY -> new DataFlowException(words.sortMemory(), cause, false);
            case OTHER -> new DataFlowException(words.other(thrown), cause, false);
        };
    }

    /** The sentences. */
    private record Words(String action, String engine, Failure failure, List<String> fields) {

        Problem unique() {
            return problem(
                    ErrorCode.UNIQUE_VIOLATION,
                    named("a value that must be unique exists already", " must be unique and exists already"),
                    by("unique key"),
                    "use another value, or upsert if the existing row is to be changed");
        }

        Problem sortMemory() {
            return problem(
                    ErrorCode.STATEMENT_FAILED,
                    "what the rows are sorted by is too large",
                    engine
                            + " sorts in a buffer of sort_buffer_size bytes, which must hold several of the longest texts",
                    "sort by a shorter column, or raise sort_buffer_size");
        }

        Problem transactionFailed() {
            return problem(
                    ErrorCode.TRANSACTION_MISUSED,
                    "nothing more can be run in this transaction",
                    "a statement before this one failed in it, and " + engine + " then refuses all others",
                    "let that error end the transaction; or put what may fail into a nested transaction");
        }

        Problem foreignKey() {
            return problem(
                    ErrorCode.FOREIGN_KEY_VIOLATION,
                    named(
                            "a row is still referenced, or refers to a row that does not exist",
                            " refers to a row that does not exist, or the row is still referenced"),
                    by("foreign key"),
                    "create the row that is referred to first; delete the rows that refer to it first");
        }

        Problem notNull() {
            return problem(
                    ErrorCode.NOT_NULL_VIOLATION,
                    named("a column that must have a value got NULL", " must have a value and got NULL"),
                    by("NOT NULL of"),
                    "give it a value, or make it nullable in the model and the database");
        }

        Problem check() {
            return problem(
                    ErrorCode.CHECK_VIOLATION,
                    "a value breaks a check of the table",
                    by("check"),
                    "give a value that the check allows");
        }

        Problem value() {
            return problem(
                    ErrorCode.VALUE_OUT_OF_RANGE,
                    named("a value does not fit its column", " has a value that does not fit its column"),
                    engine + " found it too long, too large or of another type than its column",
                    "give a smaller value, or widen the column");
        }

        Problem tooLarge() {
            return problem(
                    ErrorCode.VALUE_OUT_OF_RANGE,
                    "the statement has more bytes than the connection takes",
                    "`max_allowed_packet` of " + engine + ", or of its driver, bounds a statement with its values",
                    "give smaller values, or raise max_allowed_packet");
        }

        Problem conflict() {
            return problem(
                    ErrorCode.TRANSACTION_CONFLICT,
                    "another transaction was in the way",
                    engine + " reported a deadlock, a lock that was not free in time, or a conflicting change",
                    "run the whole transaction again; keep transactions short");
        }

        Problem timeout() {
            return problem(
                    ErrorCode.TIMEOUT,
                    "the statement took longer than allowed, or was cancelled",
                    engine + " stopped it",
                    "narrow the filter, add an index, or allow more time");
        }

        Problem lost() {
            return problem(
                    ErrorCode.CONNECTION_LOST,
                    "the connection to the database broke",
                    engine + " or the network closed it; whether the change was made is unknown",
                    "check that the change was not made, then run the transaction again");
        }

        Problem missing() {
            return problem(
                    ErrorCode.SCHEMA_OBJECT_MISSING,
                    "a table or column is missing in the database",
                    failure.table() == null
                            ? engine + " does not know a name in the statement"
                            : engine + " does not know `" + failure.table() + "`",
                    "bring the schema up to date (autoMigrate), or correct the model's names");
        }

        Problem readOnly() {
            return problem(
                    ErrorCode.DATABASE_READ_ONLY,
                    "the database or the transaction is read-only",
                    engine + " refused to write",
                    "write in a transaction that is not read-only, to a database that is not");
        }

        Problem permission() {
            return problem(
                    ErrorCode.PERMISSION_DENIED,
                    "the database user lacks a right",
                    engine + " refused the statement",
                    "grant the right, or connect as another user");
        }

        Problem policy() {
            return problem(
                    ErrorCode.CHECK_VIOLATION,
                    "a row is none that the database user may write",
                    engine + " checks rows by the policies of the table's row security",
                    "write rows that a policy allows, or have the policies changed");
        }

        Problem pattern() {
            return problem(
                    ErrorCode.PATTERN_UNSUPPORTED,
                    "a pattern is matched with a column whose collation has none",
                    engine + " has no LIKE and no other patterns for collations by which different texts are equal;"
                            + " version 18 has LIKE",
                    "compare with =, which follows the collation; or match `column COLLATE \"C\"` in plain jOOQ");
        }

        Problem expressionCost() {
            return problem(
                    ErrorCode.EXPRESSION_TOO_COSTLY,
                    "a regular expression was given up",
                    engine + " tries one way to match after the other, and stopped after too many",
                    "avoid several * or + after each other that match the same characters, or filter by more first");
        }

        Problem other(SQLException thrown) {
            return problem(
                    ErrorCode.STATEMENT_FAILED,
                    "the database refused the statement",
                    engine + " gave SQLState " + thrown.getSQLState() + ", code " + thrown.getErrorCode(),
                    "look the code up in " + engine + "'s manual; the statement listener shows the SQL");
        }

        private Problem problem(ErrorCode code, String what, String why, String fix) {
            return new Problem(code, action + ": " + what, why, fix);
        }

        private String named(String unknown, String known) {
            return fields.isEmpty()
                    ? unknown
                    : fields.stream().map(field -> "`" + field + "`").collect(Collectors.joining(", ")) + known;
        }

        private String by(String kind) {
            String name = nameOrColumns();
            return name == null
                    ? engine + " does not say which " + kind + (kind.endsWith(" of") ? " column" : "")
                    : kind + " `" + name + "`" + (failure.table() == null ? "" : " of table `" + failure.table() + "`");
        }

        private @Nullable String nameOrColumns() {
            if (failure.constraint() != null) {
                return failure.constraint();
            }
            return failure.columns().isEmpty() ? null : String.join("`, `", failure.columns());
        }
    }
}
