package dev.dataflow.type;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where PostgreSQL's driver wants a form of its own. */
final class PostgresCodecs {

    static final Codec<UUID> UUID = new Uuids();
    static final Codec<Instant> INSTANT = new Instants();

    private PostgresCodecs() {}

    /** The driver has no number for their type. */
    private static final class Uuids implements Codec<UUID> {

        @Override
        public @Nullable UUID read(ResultSet row, int index) throws SQLException {
            return row.getObject(index, UUID.class);
        }

        @Override
        public void write(PreparedStatement statement, int index, UUID value) throws SQLException {
            statement.setObject(index, value);
        }

        @Override
        public String typeName() {
            return "uuid";
        }

        @Override
        public Object literal(UUID value) {
            return value;
        }

        @Override
        public int jdbcType() {
            return Types.OTHER;
        }
    }

    /**
     * Times with a zone. They are stored as text without a type, which the server takes as that of the column: to write a time
     * itself, the driver makes a calendar for each statement, a third of what an update by hand allocates.
     */
    private static final class Instants implements Codec<Instant> {

        private final Codec<Instant> typed = BasicCodecs.mapped(
                BasicCodecs.object(OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE),
                OffsetDateTime::toInstant,
                value -> value.atOffset(ZoneOffset.UTC));

        @Override
        public @Nullable Instant read(ResultSet row, int index) throws SQLException {
            return typed.read(row, index);
        }

        @Override
        public void write(PreparedStatement statement, int index, Instant value) throws SQLException {
            statement.setObject(index, TimeText.of(value), Types.OTHER);
        }

        /** An expression may need the type of what it is given. */
        @Override
        public void compare(PreparedStatement statement, int index, Instant value) throws SQLException {
            typed.compare(statement, index, value);
        }

        @Override
        public void writeNamed(PreparedStatement statement, int index, Instant value) throws SQLException {
            NamedText.set(statement, index, "timestamptz", TimeText.of(value));
        }

        @Override
        public void compareNamed(PreparedStatement statement, int index, Instant value) throws SQLException {
            writeNamed(statement, index, value);
        }

        @Override
        public Object literal(Instant value) {
            return typed.literal(value);
        }

        @Override
        public int jdbcType() {
            return typed.jdbcType();
        }
    }
}
