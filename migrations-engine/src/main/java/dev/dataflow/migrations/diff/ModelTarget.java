package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The schema to plan for when models say what their tables are to be: the models' tables, and everything else as it is. What
 * models cannot speak of is none of theirs: views, routines, sequences, triggers, policies, comments, storage, indexes over
 * expressions. Tables that no model has stay too, unless hints say that they are gone or one may have got a model's name,
 * which is then asked.
 *
 * @param schema the schema to plan for
 * @param kept tables of the present schema that no model has, and that stay
 */
public record ModelTarget(Schema schema, List<String> kept) {

    /** Copies the list. */
    public ModelTarget {
        kept = List.copyOf(kept);
    }

    /**
     * Works out the schema to plan for.
     *
     * @param present the schema there is
     * @param wanted the schema that models want, as the server writes it
     * @param hints what people say about names
     * @throws dev.dataflow.error.SchemaException when hints contradict each other or the schemas
     */
    public static ModelTarget of(Schema present, Schema wanted, RenameHints hints) {
        Set<String> leaving = leaving(present, wanted, hints);
        List<Table> tables = new ArrayList<>();
        for (Table table : wanted.tables()) {
            String before = hints.tables().stream()
                    .filter(hint -> hint.to().equals(table.name()))
                    .map(RenameHints.TableHint::from)
                    .findFirst()
                    .orElse(table.name());
            tables.add(present.table(before).map(there -> with(table, there)).orElse(table));
        }
        List<String> kept = new ArrayList<>();
        for (Table table : present.tables()) {
            if (wanted.table(table.name()).isEmpty() && !leaving.contains(table.name())) {
                tables.add(table);
                kept.add(table.name());
            }
        }
        return new ModelTarget(present.withTables(tables), kept);
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

    /** What a model wants, with what is there and no model speaks of. */
    private static Table with(Table wanted, Table there) {
        return there.edit()
                .name(wanted.name())
                .columns(wanted.columns().stream()
                        .map(column -> there.column(column.name())
                                .map(same -> column.withOptions(same.options()))
                                .orElse(column))
                        .toList())
                .primaryKey(wanted.primaryKey())
                .uniques(wanted.uniques())
                .indexes(and(wanted.indexes(), there.indexes(), Index::name, ModelTarget::isForeign))
                .foreignKeys(wanted.foreignKeys())
                .checks(and(
                        wanted.checks(),
                        there.checks(),
                        ModelTarget::name,
                        check -> !name(check).startsWith("ck_")))
                .build();
    }

    /** An index that no model can mean: over expressions or a part of the rows, or of another method than trees. */
    private static boolean isForeign(Index index) {
        boolean ours = index.name().startsWith("uk_") || index.name().startsWith("ix_");
        return !ours && (!index.coversWholeRows() || !index.method().equals(Index.BTREE));
    }

    private static String name(Check check) {
        return String.valueOf(check.name());
    }

    /** What is wanted, and of what is there what models cannot mean, unless it has a wanted one's name. */
    private static <T> List<T> and(List<T> wanted, List<T> there, Function<T, String> name, Predicate<T> foreign) {
        Set<String> names = wanted.stream().map(name).collect(Collectors.toSet());
        List<T> all = new ArrayList<>(wanted);
        there.stream()
                .filter(each -> !names.contains(name.apply(each)))
                .filter(foreign)
                .forEach(all::add);
        return all;
    }
}
