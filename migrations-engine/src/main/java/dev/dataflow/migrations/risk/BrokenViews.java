package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.analysis.text.Reference;
import dev.dataflow.migrations.analysis.text.SqlText;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * SQLite: views that name what is not there. It takes them, and then gives no table and no column of any table another name, drops no column,
 * and lets no table be made anew.
 */
final class BrokenViews {

    /** Tables that are there and in no schema: SQLite's own. */
    private static final Set<String> OWN = Set.of("sqlite_", "pragma_", "dbstat", "json_", "generate_series");

    /**
     * A view that names what is not there.
     *
     * @param view its name
     * @param missing the name of what is not there
     */
    record Broken(String view, String missing) {}

    private final Schema schema;
    private final Set<String> there = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private BrokenViews(Schema schema) {
        this.schema = schema;
    }

    /** Those of a schema that still name nothing when another has come. */
    static List<Broken> of(Schema schema, Schema after) {
        BrokenViews views = new BrokenViews(schema);
        views.note(schema);
        views.note(after);
        return views.find();
    }

    private void note(Schema known) {
        known.tables().forEach(table -> there.add(table.name()));
        known.views().forEach(view -> there.add(view.name()));
    }

    private List<Broken> find() {
        List<Broken> broken = new ArrayList<>();
        for (View view : schema.views()) {
            SqlText text = SqlText.of(schema.engine(), view.definition());
            text.references().stream()
                    .filter(reference -> reference.schema() < 0 || isMain(text, reference))
                    .map(reference -> text.tokens().get(reference.token()).text())
                    .filter(name -> !there.contains(name)
                            && text.own().stream().noneMatch(name::equalsIgnoreCase)
                            && !isHidden(name))
                    .findFirst()
                    .ifPresent(missing -> broken.add(new Broken(view.name(), missing)));
        }
        return broken;
    }

    private static boolean isMain(SqlText text, Reference reference) {
        return text.tokens().get(reference.schema()).text().equalsIgnoreCase("main");
    }

    /** SQLite's own tables, and those in which virtual tables keep what they hold. */
    private boolean isHidden(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return OWN.stream().anyMatch(small::startsWith)
                || schema.tables().stream()
                        .filter(table -> table.options().containsKey("virtual"))
                        .map(Table::name)
                        .anyMatch(table -> small.startsWith(table.toLowerCase(Locale.ROOT) + "_"));
    }
}
