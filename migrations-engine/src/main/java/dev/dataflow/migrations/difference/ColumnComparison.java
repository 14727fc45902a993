package dev.dataflow.migrations.difference;

import dev.dataflow.error.NearestName;
import dev.dataflow.migrations.identifier.NameRule;
import dev.dataflow.migrations.table.Column;
import dev.dataflow.migrations.table.PrimaryKey;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.migrations.table.TypeFamily;
import dev.dataflow.migrations.table.ValueSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares the columns of a table that is there with its model's. */
final class ColumnComparison {

    private final TypeFit fit;
    private final NameRule names;
    private final Table model;
    private final Table live;

    ColumnComparison(TypeFit fit, NameRule names, Table model, Table live) {
        this.fit = fit;
        this.names = names;
        this.model = model;
        this.live = live;
    }

    void run(Consumer<Difference> differences, Consumer<Difference> remarks) {
        Map<String, Column> there = new LinkedHashMap<>();
        live.columns().forEach(column -> there.put(names.column(column.name()), column));
        for (Column wanted : model.columns()) {
            Column found = there.remove(names.column(wanted.name()));
            if (found == null) {
                differences.accept(missing(wanted));
            } else {
                compare(wanted, found, text -> differences.accept(at(wanted, text)));
                compareCollation(wanted, found, differences, remarks);
            }
        }
        there.values().stream()
                .filter(extra -> !extra.nullable() && extra.source() == ValueSource.NONE)
                .map(extra ->
                        at(extra, "is NOT NULL without a default and unknown to the model, so inserts would fail"))
                .forEach(differences);
    }

    private void compare(Column wanted, Column found, Consumer<String> report) {
        if (!fit.fits(found.type(), wanted.type())) {
            report.accept("is " + found.type() + ", the model says " + wanted.type());
        }
        if (wanted.source() == ValueSource.COMPUTED && found.source() != ValueSource.COMPUTED) {
            report.accept("is no column that the database computes, the model says it is");
        }
        if (found.source() == ValueSource.COMPUTED && wanted.source() != ValueSource.COMPUTED) {
            report.accept("is computed by the database, the model writes it");
        }
        if (wanted.source() == ValueSource.IDENTITY && found.source() == ValueSource.NONE) {
            report.accept("has no value for new rows, the model leaves it to the database to count up");
        }
        if (wanted.nullable() && !found.nullable()) {
            report.accept("is NOT NULL, the model allows NULL");
        }
        // a NULL would be read as 0 into a primitive
        if (!wanted.nullable() && found.nullable() && !inPrimaryKey(found)) {
            report.accept("allows NULL, the model says NOT NULL");
        }
    }

    /** SQLite's keys allow NULL by an old mistake; a key is written by models that never have it NULL. */
    private boolean inPrimaryKey(Column found) {
        PrimaryKey key = live.primaryKey();
        return key != null && key.columns().contains(found.name());
    }

    private Difference missing(Column wanted) {
        List<String> there = live.columnNames();
        return at(
                wanted,
                "the column is missing, the model says " + wanted.type() + (wanted.nullable() ? "" : " NOT NULL")
                        + NearestName.of(wanted.name(), there)
                                .map(name -> "; the table has `" + name + "`")
                                .orElse(""));
    }

    /** What a model asks for must be so; where it asks for nothing, the table's collation rules and is told. */
    private void compareCollation(
            Column wanted, Column found, Consumer<Difference> differences, Consumer<Difference> remarks) {
        if (wanted.type().family() != TypeFamily.TEXT || found.type().family() != TypeFamily.TEXT) {
            return;
        }
        String asked = describe(wanted.collation());
        String there = describe(found.collation());
        if (!asked.equals(there)) {
            (byCodePoint(wanted.collation()) ? remarks : differences)
                    .accept(at(found, "is compared by " + there + ", the model says by " + asked));
        }
    }

    private static boolean byCodePoint(@Nullable String collation) {
        return collation == null
                || collation.equalsIgnoreCase("BINARY")
                || collation.endsWith("_bin")
                || collation.equals("C")
                || collation.startsWith("C.")
                || collation.equals("POSIX")
                || collation.equals("ucs_basic");
    }

    private String describe(@Nullable String collation) {
        return collation == null || byCodePoint(collation) ? "code point" : names.column(collation);
    }

    private Difference at(Column column, String text) {
        return new Difference(model.name(), column.name(), text);
    }
}
