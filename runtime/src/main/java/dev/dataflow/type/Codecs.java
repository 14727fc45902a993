package dev.dataflow.type;

import dev.dataflow.config.DatabaseEngine;
import java.util.function.Function;

/**
 * One type's codec on each database.
 *
 * @param binary how PostgreSQL takes values in bulk
 */
record Codecs<T>(Codec<T> postgresql, Codec<T> mysql, Codec<T> sqlite, BinaryForm<T> binary) {

    static <T> Codecs<T> same(Codec<T> codec, BinaryForm<T> binary) {
        return new Codecs<>(codec, codec, codec, binary);
    }

    <R> Codecs<R> map(Function<Codec<T>, Codec<R>> mapper, Function<R, T> encode) {
        return new Codecs<>(mapper.apply(postgresql), mapper.apply(mysql), mapper.apply(sqlite), binary.of(encode));
    }

    Codec<T> of(DatabaseEngine engine) {
        return switch (engine.family()) {
            case POSTGRESQL -> postgresql;
            case MYSQL -> mysql;
            case SQLITE -> sqlite;
        };
    }
}
