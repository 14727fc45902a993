package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.diff.RenameHints.DropHint;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.MaterialisedView;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schema to plan for when models say what their tables are to be: the models' tables, and everything else as it is. What
 * no model made is left alone: tables that no model has, and on models' tables keys, indexes, checks, triggers, policies and
 * rules, unless hints say that they are gone. What has the name that is given where a model names nothing was made for a
 * model, and goes when no model wants it. What a model wants and is there by another name stays as it is.
 *
 * @param schema the schema to plan for
 * @param kept tables of the present schema that no model has, and that stay
 * @param unmodelled what else no model has, and that stays: on models' tables, and views
 * @param hints the hints about tables and columns, for {@link SchemaDiff}; what they say of other things is in the schema
 */
public record ModelTarget(Schema schema, List<String> kept, List<Unmodelled> unmodelled, RenameHints hints) {

    /** Copies the lists. */
    public ModelTarget {
        kept = List.copyOf(kept);
        unmodelled = List.copyOf(unmodelled);
    }

    /**
     * Works out the schema to plan for.
     *
     * @param present the schema there is
     * @param wanted the schema that models want, as the server writes it
     * @param hints what people say about names; what is dropped may be a view, or a key, an index, a check, a trigger, a policy
     *     or a rule of a model's table
     * @throws dev.dataflow.error.SchemaException when hints contradict each other or the schemas, or what no model has names a
     *     table that gets another name
     */
    public static ModelTarget of(Schema present, Schema wanted, RenameHints hints) {
        Set<DropHint> parts = hints.drops().stream()
                .filter(hint -> isPart(present, wanted, hints, hint))
                .collect(Collectors.toSet());
        RenameHints names = new RenameHints(
                hints.tables(),
                hints.columns(),
                hints.drops().stream().filter(hint -> !parts.contains(hint)).toList());
        Renames renames =
                Renames.of(names, present, present.withTables(wanted.tables()), droppable(present, wanted, hints));
        Set<String> leaving = leaving(present, wanted, names);
        Schema moved = RenamedSchema.of(present, renames);

        Map<String, Table> tables = new TreeMap<>();
        List<String> kept = new ArrayList<>();
        List<Unmodelled> unmodelled = new ArrayList<>();
        for (Table table : present.tables()) {
            if (wanted.table(renames.newTable(table.name())).isEmpty() && !leaving.contains(table.name())) {
                tables.put(table.name(), moved.table(table.name()).orElseThrow());
                kept.add(table.name());
            }
        }
        for (Table table : wanted.tables()) {
            Table before = present.table(renames.oldTable(table.name())).orElse(null);
            if (before == null) {
                tables.put(table.name(), table);
                continue;
            }
            ModelTable target = new ModelTable(
                    table,
                    moved.table(table.name()).orElseThrow(),
                    new DerivedNames(before, column -> renames.oldColumn(table.name(), column)),
                    columns(parts, before.name()));
            tables.put(table.name(), target.target());
            unmodelled.addAll(target.unmodelled());
        }
        new ReferencedKeys(present.engine(), moved, wanted, tables).complete(unmodelled);
        Schema schema = withViews(present, tables, parts, unmodelled);
        RenamedTexts.refuse(schema, names);
        return new ModelTarget(schema, kept, unmodelled, names);
    }

    /** Tables that hints drop or rename, and those of which it has to be asked. */
    private static Set<String> leaving(Schema present, Schema wanted, RenameHints hints) {
        Set<String> leaving = new HashSet<>();
        hints.tables().forEach(hint -> leaving.add(hint.from()));
        hints.drops().stream().filter(hint -> hint.column().isEmpty()).forEach(hint -> leaving.add(hint.table()));
        SchemaDiff.of(present, present.withTables(wanted.tables()), hints).questions().stream()
                .map(RenameQuestion::hint)
                .filter(hint -> hint.column().isEmpty())
                .forEach(hint -> leaving.add(hint.table()));
        return leaving;
    }

    /** Whether a hint means something else than a table or a column. A column that the model does not want comes first. */
    private static boolean isPart(Schema present, Schema wanted, RenameHints hints, DropHint hint) {
        Table table = present.table(hint.table()).orElse(null);
        if (table == null) {
            return hint.column().isEmpty() && views(present).anyMatch(hint.table()::equals);
        }
        Table model = model(hint.table(), wanted, hints).orElse(null);
        return model != null
                && (table.column(hint.column()).isEmpty()
                        || model.column(hint.column()).isPresent())
                && parts(table).anyMatch(hint.column()::equals)
                && parts(model).noneMatch(hint.column()::equals);
    }

    /** What is no table and no column, and may be dropped: see {@link Renames}. */
    private static Map<String, List<String>> droppable(Schema present, Schema wanted, RenameHints hints) {
        Map<String, List<String>> droppable = new TreeMap<>();
        droppable.put("", views(present).toList());
        for (Table table : present.tables()) {
            model(table.name(), wanted, hints).ifPresent(model -> {
                Set<String> kept = parts(model).collect(Collectors.toSet());
                droppable.put(
                        table.name(),
                        parts(table).filter(part -> !kept.contains(part)).toList());
            });
        }
        return droppable;
    }

    /** The model of a table, which may have given it another name. */
    private static Optional<Table> model(String table, Schema wanted, RenameHints hints) {
        return wanted.table(hints.tables().stream()
                .filter(each -> each.from().equals(table))
                .map(RenameHints.TableHint::to)
                .findFirst()
                .orElse(table));
    }

    private static Stream<String> views(Schema schema) {
        return Stream.concat(
                schema.views().stream().map(View::name),
                schema.materialisedViews().stream().map(MaterialisedView::name));
    }

    private static Stream<String> parts(Table table) {
        return Stream.of(
                        table.uniques().stream().flatMap(each -> Stream.ofNullable(each.name())),
                        table.indexes().stream().map(Index::name),
                        table.foreignKeys().stream().flatMap(each -> Stream.ofNullable(each.name())),
                        table.checks().stream().flatMap(each -> Stream.ofNullable(each.name())),
                        table.exclusions().stream().map(each -> each.name()),
                        table.triggers().stream().map(each -> each.name()),
                        table.policies().stream().map(each -> each.name()),
                        table.rules().stream().map(each -> each.name()))
                .flatMap(each -> each);
    }

    private static Set<String> columns(Set<DropHint> parts, String table) {
        return parts.stream()
                .filter(hint -> hint.table().equals(table))
                .map(DropHint::column)
                .collect(Collectors.toSet());
    }

    private static Schema withViews(
            Schema present, Map<String, Table> tables, Set<DropHint> parts, List<Unmodelled> unmodelled) {
        List<View> views = present.views().stream()
                .filter(view -> !parts.contains(new DropHint(view.name(), "")))
                .toList();
        List<MaterialisedView> materialised = present.materialisedViews().stream()
                .filter(view -> !parts.contains(new DropHint(view.name(), "")))
                .toList();
        views.forEach(view -> unmodelled.add(new Unmodelled("view", null, view.name())));
        materialised.forEach(view -> unmodelled.add(new Unmodelled("materialised view", null, view.name())));
        return new Schema(
                present.engine(),
                List.copyOf(tables.values()),
                views,
                materialised,
                present.sequences(),
                present.enums(),
                present.domains(),
                present.compositeTypes(),
                present.definedTypes(),
                present.routines());
    }
}
