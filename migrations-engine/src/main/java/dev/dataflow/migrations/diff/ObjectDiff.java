package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CompositeTypeChange;
import dev.dataflow.migrations.change.DefinedTypeChange;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.change.EnumTypeChange;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.SequenceChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.schema.CompositeType;
import dev.dataflow.migrations.schema.DefinedType;
import dev.dataflow.migrations.schema.Domain;
import dev.dataflow.migrations.schema.EnumType;
import dev.dataflow.migrations.schema.MaterialisedView;
import dev.dataflow.migrations.schema.Routine;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Sequence;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The differences of what is no table. Not thread-safe. */
final class ObjectDiff {

    private final List<Change> changes = new ArrayList<>();

    private ObjectDiff() {}

    static List<Change> of(Schema before, Schema after) {
        ObjectDiff diff = new ObjectDiff();
        diff.compare(
                before.views(),
                after.views(),
                View::name,
                each -> List.of(new ViewChange.Create(each)),
                ViewChange.Drop::new,
                (old, now) -> List.of(new ViewChange.Drop(old), new ViewChange.Create(now)));
        diff.compare(
                before.materialisedViews(),
                after.materialisedViews(),
                MaterialisedView::name,
                each -> List.of(new MaterialisedViewChange.Create(each)),
                MaterialisedViewChange.Drop::new,
                (old, now) -> List.of(new MaterialisedViewChange.Drop(old), new MaterialisedViewChange.Create(now)));
        diff.compare(
                before.sequences(),
                after.sequences(),
                Sequence::name,
                ObjectDiff::create,
                SequenceChange.Drop::new,
                (old, now) -> List.of(new SequenceChange.Alter(old, now)));
        diff.compare(
                before.enums(),
                after.enums(),
                EnumType::name,
                each -> List.of(new EnumTypeChange.Create(each)),
                EnumTypeChange.Drop::new,
                ObjectDiff::alter);
        diff.compare(
                before.domains(),
                after.domains(),
                Domain::name,
                each -> List.of(new DomainChange.Create(each)),
                DomainChange.Drop::new,
                ObjectDiff::alter);
        diff.compare(
                before.compositeTypes(),
                after.compositeTypes(),
                CompositeType::name,
                each -> List.of(new CompositeTypeChange.Create(each)),
                CompositeTypeChange.Drop::new,
                (old, now) -> List.of(new CompositeTypeChange.Alter(old, now)));
        diff.compare(
                before.definedTypes(),
                after.definedTypes(),
                DefinedType::name,
                each -> List.of(new DefinedTypeChange.Create(each)),
                DefinedTypeChange.Drop::new,
                (old, now) -> List.of(new DefinedTypeChange.Alter(old, now)));
        diff.compare(
                before.routines(),
                after.routines(),
                Routine::signature,
                each -> List.of(new RoutineChange.Create(each)),
                RoutineChange.Drop::new,
                (old, now) -> List.of(new RoutineChange.Alter(old, now)));
        return diff.changes;
    }

    private <T> void compare(
            List<T> before,
            List<T> after,
            Function<T, String> name,
            Function<T, List<Change>> create,
            Function<T, Change> drop,
            BiFunction<T, T, List<Change>> alter) {
        Map<String, T> present = new TreeMap<>();
        before.forEach(each -> present.put(name.apply(each), each));
        for (T each : after) {
            T old = present.remove(name.apply(each));
            if (old == null) {
                changes.addAll(create.apply(each));
            } else if (!old.equals(each)) {
                changes.addAll(alter.apply(old, each));
            }
        }
        present.values().forEach(each -> changes.add(drop.apply(each)));
    }

    /** A sequence comes before the column that owns it, whose default counts by it. */
    private static List<Change> create(Sequence sequence) {
        if (sequence.owner() == null) {
            return List.of(new SequenceChange.Create(sequence));
        }
        Sequence free = new Sequence(sequence.name(), sequence.type(), sequence.numbers(), null, sequence.options());
        return List.of(new SequenceChange.Create(free), new SequenceChange.Alter(free, sequence));
    }

    /** What it takes from now on is taken before what is of it comes, and what it takes no longer is refused when that has gone. */
    private static List<Change> alter(Domain before, Domain after) {
        Domain between = new Domain(
                after.name(),
                after.type(),
                before.nullable() || after.nullable(),
                after.defaultValue(),
                after.collation(),
                before.checks().stream()
                        .filter(check ->
                                after.checks().stream().anyMatch(each -> Objects.equals(each.name(), check.name())))
                        .toList(),
                after.options());
        return between.equals(before) || between.equals(after)
                ? List.of(new DomainChange.Alter(before, after))
                : List.of(new DomainChange.Alter(before, between), new DomainChange.Alter(between, after));
    }

    /** Values that are added leave all others in their order. */
    private static List<Change> alter(EnumType before, EnumType after) {
        List<String> added = new ArrayList<>(after.labels());
        added.removeAll(before.labels());
        List<String> rest = new ArrayList<>(after.labels());
        rest.removeAll(added);
        if (!rest.equals(before.labels()) || !before.options().equals(after.options())) {
            return List.of(new EnumTypeChange.Alter(before, after));
        }
        List<Change> changes = new ArrayList<>();
        EnumType now = before;
        for (String label : added) {
            List<String> labels = new ArrayList<>(after.labels());
            List<String> present = new ArrayList<>(now.labels());
            present.add(label);
            labels.retainAll(present);
            EnumType next = new EnumType(after.name(), labels, after.options());
            changes.add(new EnumTypeChange.AddValue(now, next, label));
            now = next;
        }
        return changes;
    }
}
