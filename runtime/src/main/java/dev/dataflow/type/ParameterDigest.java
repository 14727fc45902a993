package dev.dataflow.type;

import dev.dataflow.config.DatabaseEngine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a short value of a statement's values, which differs when they do. */
public final class ParameterDigest extends ParameterWriter {

    private final MessageDigest digest;
    private final DatabaseEngine engine;

    /** A digest of nothing yet. */
    public ParameterDigest(DatabaseEngine engine) {
        this.engine = engine;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Adds a text. */
    public void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first bytes of the digest. */
    public byte[] digest(int length) {
        return Arrays.copyOf(digest.digest(), length);
    }

    @Override
    public void bool(boolean value) {
        text(Boolean.toString(value));
    }

    @Override
    public void int32(int value) {
        text(Integer.toString(value));
    }

    @Override
    public void int64(long value) {
        text(Long.toString(value));
    }

    @Override
    public DatabaseEngine engine() {
        return engine;
    }

    @Override
    public void object(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            bytes(bytes);
        } else {
            text(value == null ? "null" : value.getClass().getName() + ":" + Objects.toString(value));
        }
    }

    @Override
    void array(String literal, ColumnType<?> type) {
        text(literal);
    }

    @Override
    <T> void none(ColumnType<T> type) {
        object(null);
    }

    @Override
    <T> void value(T value, ColumnType<T> type) {
        object(type.codec(engine).literal(value));
    }

    @Override
    <T> void comparison(T value, ColumnType<T> type) {
        object(type.codec(engine).literal(value));
    }

    private void bytes(byte[] bytes) {
        // with its length, so that two values cannot look like two others
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
