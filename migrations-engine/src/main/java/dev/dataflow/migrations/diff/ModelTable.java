package dev.dataflow.migrations.diff;

import dev.dataflow.database.RowSecurity;
import dev.dataflow.migrations.schema.Check;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Exclusion;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.Policy;
import dev.dataflow.migrations.schema.PrimaryKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Rule;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.Trigger;
import dev.dataflow.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table that a model has and that is there: as the model wants it, and with what no model made. What the model wants may be
 * there by another name. Not thread-safe.
 */
final class ModelTable {

    private static final Set<ReferentialAction> REFUSING =
            Set.of(ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT);

    private static final Set<String> OURS = Set.of(RowSecurity.TENANT_POLICY, RowSecurity.ALL_POLICY);

    private final Table wanted;
    private final Table there;
    private final DerivedNames derived;
    private final Set<String> gone;
    private final List<Unmodelled> unmodelled = new ArrayList<>();

    /**
     * A table.
     *
     * @param wanted what its model wants
     * @param there what there is, under the names that it is to have
     * @param derived the names of what was made for the model
     * @param dropped names of what people say is to go, and the model does not want
     */
    ModelTable(Table wanted, Table there, DerivedNames derived, Set<String> dropped) {
        this.wanted = wanted;
        this.there = without(there, dropped);
        this.derived = derived;
        gone = there.columns().stream()
                .map(Column::name)
                .filter(name -> wanted.column(name).isEmpty())
                .collect(Collectors.toSet());
    }

    private static Table without(Table table, Set<String> dropped) {
        return dropped.isEmpty()
                ? table
                : table.edit()
                        .uniques(rest(table.uniques(), UniqueKey::name, dropped))
                        .indexes(rest(table.indexes(), Index::name, dropped))
                        .foreignKeys(rest(table.foreignKeys(), ForeignKey::name, dropped))
                        .checks(rest(table.checks(), Check::name, dropped))
                        .exclusions(rest(table.exclusions(), Exclusion::name, dropped))
                        .triggers(rest(table.triggers(), Trigger::name, dropped))
                        .policies(rest(table.policies(), Policy::name, dropped))
                        .rules(rest(table.rules(), Rule::name, dropped))
                        .build();
    }

    private static <T> List<T> rest(List<T> parts, Function<T, @Nullable String> name, Set<String> dropped) {
        return parts.stream()
                .filter(each -> !dropped.contains(String.valueOf(name.apply(each))))
                .toList();
    }

    /** What stays although no model has it; known after {@link #target}. */
    List<Unmodelled> unmodelled() {
        return unmodelled;
    }

    /** The table to plan for. */
    Table target() {
        Set<UniqueKey> served = new HashSet<>();
        Set<Index> serving = new HashSet<>();
        wanted.uniques()
                .forEach(key -> uniqueIndex(key).ifPresent(index -> {
                    served.add(key);
                    serving.add(index);
                }));
        List<UniqueKey> uniques =
                wanted.uniques().stream().filter(key -> !served.contains(key)).toList();
        return there.edit()
                .columns(wanted.columns().stream()
                        .map(column -> there.column(column.name())
                                .map(same -> column.withOptions(same.options()))
                                .orElse(column))
                        .toList())
                .primaryKey(primaryKey())
                .uniques(named(
                        "unique constraint",
                        UniqueKey::name,
                        PartTarget.of(
                                new PartTarget.Kind<UniqueKey>(
                                        UniqueKey::name,
                                        ModelTable::same,
                                        key -> !derived.has(key),
                                        key -> stays(key.columns()) && !isTooWide(key.columns())),
                                uniques,
                                there.uniques())))
                .indexes(named(
                        "index",
                        Index::name,
                        PartTarget.of(
                                new PartTarget.Kind<Index>(
                                        Index::name, ModelTable::same, index -> !derived.has(index), this::stays),
                                wanted.indexes(),
                                there.indexes()),
                        index -> !serving.contains(index)))
                .foreignKeys(named(
                        "foreign key",
                        ForeignKey::name,
                        PartTarget.of(
                                new PartTarget.Kind<ForeignKey>(
                                        ForeignKey::name,
                                        ModelTable::same,
                                        ModelTable::serves,
                                        key -> !derived.has(key),
                                        this::stays),
                                wanted.foreignKeys(),
                                there.foreignKeys())))
                .checks(named(
                        "check",
                        Check::name,
                        PartTarget.of(
                                new PartTarget.Kind<Check>(
                                        Check::name,
                                        ModelTable::same,
                                        check -> !derived.has(check),
                                        check -> !Mentions.any(check.expression(), gone)),
                                wanted.checks(),
                                there.checks())))
                .exclusions(kept(
                        "exclusion constraint",
                        each -> each.name(),
                        each -> !Mentions.any(each.definition(), gone),
                        there.exclusions()))
                .triggers(kept("trigger", each -> each.name(), each -> true, there.triggers()))
                .policies(policies())
                .rules(kept("rule", each -> each.name(), each -> true, there.rules()))
                .build();
    }

    /** Those that bind rows to their tenants are the models' own. */
    private List<Policy> policies() {
        List<Policy> ours = there.policies().stream()
                .filter(each -> OURS.contains(each.name()))
                .toList();
        List<Policy> others = there.policies().stream()
                .filter(each -> !OURS.contains(each.name()))
                .toList();
        List<Policy> all = new ArrayList<>(ours);
        all.addAll(kept("policy", Policy::name, each -> true, others));
        return all;
    }

    private @Nullable PrimaryKey primaryKey() {
        PrimaryKey key = wanted.primaryKey();
        PrimaryKey found = there.primaryKey();
        if (key == null || found == null) {
            return key;
        }
        boolean same = key.withName(found.name()).withOptions(found.options()).equals(found)
                && without(key.options()).equals(without(found.options()));
        return same ? found : key;
    }

    /** An index of somebody's by which values are as unique as the model's key would make them. */
    private Optional<Index> uniqueIndex(UniqueKey key) {
        if (there.uniques().stream().anyMatch(each -> same(key, each))) {
            return Optional.empty();
        }
        return there.indexes().stream()
                .filter(index -> index.unique() && index.valid() && index.coversWholeRows())
                .filter(index -> Set.copyOf(index.columns()).equals(Set.copyOf(key.columns())))
                .filter(index -> index.nullsDistinct() == key.nullsDistinct())
                .filter(index -> !derived.has(index))
                .findFirst();
    }

    private boolean stays(Collection<String> columns) {
        return columns.stream().noneMatch(gone::contains);
    }

    private boolean stays(Index index) {
        return stays(index.columns())
                && stays(index.include())
                && !Mentions.any(index.where(), gone)
                && index.parts().stream().noneMatch(part -> Mentions.any(part.expression(), gone))
                && !(index.unique() && index.coversWholeRows() && isTooWide(index.columns()));
    }

    /** One for the same columns and table does something else than the model says. */
    private boolean stays(ForeignKey key) {
        return stays(key.columns())
                && wanted.foreignKeys().stream()
                        .noneMatch(each -> each.columns().equals(key.columns())
                                && each.target().equals(key.target()));
    }

    /** Whether a model's key leaves out deleted rows, for which this one would refuse what the model allows. */
    private boolean isTooWide(List<String> columns) {
        return wanted.indexes().stream()
                .filter(Index::unique)
                .filter(index -> index.where() != null || index.columns().contains(DerivedNames.LIVE))
                .anyMatch(index -> index.columns().stream()
                        .filter(column -> !column.equals(DerivedNames.LIVE))
                        .collect(Collectors.toSet())
                        .equals(Set.copyOf(columns)));
    }

    private <T> List<T> named(String kind, Function<T, @Nullable String> name, PartTarget<T> target) {
        return named(kind, name, target, each -> true);
    }

    private <T> List<T> named(
            String kind, Function<T, @Nullable String> name, PartTarget<T> target, Predicate<T> reported) {
        target.unmodelled().stream().filter(reported).forEach(each -> note(kind, name.apply(each)));
        return target.parts();
    }

    private <T> List<T> kept(String kind, Function<T, String> name, Predicate<T> stays, List<T> parts) {
        List<T> kept = parts.stream().filter(stays).toList();
        kept.forEach(each -> note(kind, name.apply(each)));
        return kept;
    }

    private void note(String kind, @Nullable String name) {
        unmodelled.add(new Unmodelled(kind, derived.table(), name));
    }

    private static boolean same(UniqueKey key, UniqueKey other) {
        return key.withName(other.name()).withOptions(other.options()).equals(other)
                && without(key.options()).equals(without(other.options()));
    }

    private static boolean same(Index index, Index other) {
        return index.withName(other.name()).withOptions(other.options()).equals(other)
                && without(index.options()).equals(without(other.options()));
    }

    private static boolean same(Check check, Check other) {
        return check.expression().equals(other.expression())
                && check.validated() == other.validated()
                && without(check.options()).equals(without(other.options()));
    }

    private static boolean same(ForeignKey key, ForeignKey other) {
        return serves(key, other)
                && key.onDelete() == other.onDelete()
                && key.onUpdate() == other.onUpdate()
                && key.deferral() == other.deferral()
                && key.validated() == other.validated()
                && without(key.options()).equals(without(other.options()));
    }

    /** Whether rows are bound alike when the row that they point to goes. */
    private static boolean serves(ForeignKey key, ForeignKey other) {
        return key.columns().equals(other.columns())
                && key.target().equals(other.target())
                && key.targetColumns().equals(other.targetColumns())
                && (key.onDelete() == other.onDelete()
                        || REFUSING.contains(key.onDelete()) && REFUSING.contains(other.onDelete()));
    }

    /** What people wrote about it is nobody's business. */
    private static SortedMap<String, String> without(SortedMap<String, String> options) {
        SortedMap<String, String> rest = new TreeMap<>(options);
        rest.remove("comment");
        return rest;
    }
}
