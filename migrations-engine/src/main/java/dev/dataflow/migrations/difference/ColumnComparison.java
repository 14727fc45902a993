package dev.dataflow.migrations.difference;

import dev.dataflow.error.NearestName;
import dev.dataflow.migrations.identifier.NameRule;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.TypeFamily;
import dev.dataflow.migrations.schema.ValueSource;
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
                compareCollation(wanted, found, remarks);
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
        if (found.source() == ValueSource.COMPUTED) {
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

    private void compareCollation(Column wanted, Column found, Consumer<Difference> remarks) {
        if (wanted.type().family() == TypeFamily.TEXT
                && found.collation() != null
                && !found.collation().equals(wanted.collation())
                && !byCodePoint(found.collation())) {
            remarks.accept(at(
                    found,
                    "is compared by " + found.collation() + ", the model says by " + describe(wanted.collation())));
        }
    }

    private static boolean byCodePoint(String collation) {
        return collation.endsWith("_bin")
                || collation.equals("C")
                || collation.startsWith("C.")
                || collation.equals("POSIX")
                || collation.equals("ucs_basic");
    }

    private static String describe(@Nullable String collation) {
        return collation == null || byCodePoint(collation) ? "code point" : collation;
    }

    private Difference at(Column column, String text) {
        return new Difference(model.name(), column.name(), text);
    }
}
