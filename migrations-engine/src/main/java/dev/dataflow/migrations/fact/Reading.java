package dev.dataflow.migrations.fact;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long it takes a server to read all rows of a table: what its statements take is a multiple of that. It is measured on
 * a part, and by a column that stands in the rows and in no index, since counting alone reads no row.
 */
final class Reading {

    private static final double PART_BYTES = 64 << 20;
    private static final double PART_ROWS = 10_000;

    /** Of so few rows nothing is to be learnt, and nothing takes long. */
    private static final double FEW_ROWS = 10_000;

    private final Probes probes;
    private final Quoting quoting;
    private final String schema;
    private final Schema present;

    Reading(Probes probes, DatabaseEngine engine, String schema, Schema present) {
        this.probes = probes;
        this.quoting = Quoting.of(engine);
        this.schema = schema;
        this.present = present;
    }

    /** A table with its reading time; as it was where that cannot be measured, or it has few rows. */
    TableFacts measure(TableFacts facts) throws SQLException {
        Table table = present.table(facts.table()).orElse(null);
        double rows = facts.rowCount().value().orElse(0);
        if (table == null || rows <= FEW_ROWS || facts.bytes().isEmpty()) {
            return facts;
        }
        long part = (long) Math.max(
                PART_ROWS, rows * PART_BYTES / Math.max(1, facts.bytes().getAsLong()));
        String column = quoting.quote(column(table));
        String sql = "SELECT count(*), count(" + column + ") FROM (SELECT " + column + " FROM "
                + quoting.quote(new TableName(schema.isEmpty() ? null : schema, facts.table())) + " LIMIT " + part
                + ") AS part";
        long start = System.nanoTime();
        Answer<Long> read = probes.first(sql, row -> row.getLong(1));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (read.value() == null || read.value() == 0) {
            return facts.withReading(Measure.unknown(read.value() == null ? read.reason() : "no row was read"));
        }
        return facts.withReading(Measure.of(
                seconds * Math.max(1, rows / read.value()),
                String.format(Locale.ROOT, "reading %,d of %,.0f rows took %.2f s", read.value(), rows, seconds)));
    }

    /** The last one for which rows have to be read. */
    private static String column(Table table) {
        Set<String> indexed = Stream.concat(
                        table.indexes().stream()
                                .flatMap(index -> index.parts().stream())
                                .map(part -> String.valueOf(part.column())),
                        table.uniques().stream().flatMap(key -> key.columns().stream()))
                .collect(Collectors.toSet());
        String last = table.columns().get(table.columns().size() - 1).name();
        for (Column column : table.columns()) {
            boolean stands = column.generated() == null || column.generated().stored();
            if (stands && !indexed.contains(column.name())) {
                last = column.name();
            }
        }
        return last;
    }
}
