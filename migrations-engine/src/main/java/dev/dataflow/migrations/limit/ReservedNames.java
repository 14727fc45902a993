package dev.dataflow.migrations.limit;

import dev.dataflow.migrations.table.Table;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Names that a database keeps for itself, even in quotes. */
enum ReservedNames implements Limit {
    /** PostgreSQL gives every table these columns. */
    POSTGRESQL_COLUMNS {
        private static final Set<String> SYSTEM = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

        @Override
        public Stream<String> broken(Table table) {
            return table.columnNames().stream()
                    .filter(SYSTEM::contains)
                    .map(name -> table.name() + ": every table has a system column `" + name + "` already");
        }
    },
    /** SQLite keeps a prefix. */
    SQLITE_PREFIX {
        @Override
        public Stream<String> broken(Table table) {
            return Stream.concat(Stream.of(table.name().name()), TableNames.indexes(table))
                    .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("sqlite_"))
                    .map(name -> table.name() + ": the name `" + name + "` starts with `sqlite_`, which is reserved");
        }
    };
}
