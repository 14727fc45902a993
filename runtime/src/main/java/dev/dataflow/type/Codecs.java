package dev.dataflow.type;

import dev.dataflow.config.DatabaseEngine;
import java.util.function.Function;

/** One type's codec on each database. */
record Codecs<T>(Codec<T> postgresql, Codec<T> mysql, Codec<T> sqlite) {

    static <T> Codecs<T> same(Codec<T> codec) {
        return new Codecs<>(codec, codec, codec);
    }

    <R> Codecs<R> map(Function<Codec<T>, Codec<R>> mapper) {
        return new Codecs<>(mapper.apply(postgresql), mapper.apply(mysql), mapper.apply(sqlite));
    }

    Codec<T> of(DatabaseEngine engine) {
        return switch (engine.family()) {
            case POSTGRESQL -> postgresql;
            case MYSQL -> mysql;
            case SQLITE -> sqlite;
        };
    }
}
