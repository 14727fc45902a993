package dev.dataflow.migrations.limit;

import dev.dataflow.migrations.identifier.ObjectName;
import dev.dataflow.migrations.table.Table;
import java.util.stream.Stream;

/** How long names can be. PostgreSQL cuts longer ones without an error. */
enum NameLimit implements Limit {
    /** PostgreSQL: 63 bytes of UTF-8. */
    BYTES_63(63, "bytes") {
        @Override
        int length(String name) {
            return ObjectName.bytes(name);
        }
    },
    /** MySQL: 64 characters. */
    CHARACTERS_64(64, "characters") {
        @Override
        int length(String name) {
            return name.length();
        }
    };

    private final int most;
    private final String unit;

    NameLimit(int most, String unit) {
        this.most = most;
        this.unit = unit;
    }

    abstract int length(String name);

    @Override
    public Stream<String> broken(Table table) {
        return TableNames.of(table)
                .filter(name -> length(name) > most)
                .map(name -> table.name() + ": the name `" + name + "` has " + length(name) + " " + unit + ", at most "
                        + most + " are possible");
    }
}
