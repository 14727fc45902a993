package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.PolicyChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.RuleChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.TriggerChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.ObjectProperties;
import dev.dataflow.migrations.schema.ObjectProperties.Kind;
import dev.dataflow.migrations.schema.ObjectProperties.Properties;
import dev.dataflow.migrations.schema.PropertyStatement;
import dev.dataflow.migrations.schema.Routine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says again what the database says of objects that go and come back; it is asked only when there are such. Not thread-safe. */
final class PropertiesAgain {

    private final Map<String, String> oldTables = new HashMap<>();
    private final Map<String, String> newTables = new HashMap<>();
    private final Map<String, Change> drops = new HashMap<>();
    private final Map<String, Change> creates = new HashMap<>();
    private final Set<Change> same = new HashSet<>();
    private final ObjectProperties properties;

    PropertiesAgain(List<Change> changes, Supplier<ObjectProperties> source) {
        for (Change change : changes) {
            if (change instanceof TableChange.Rename rename) {
                oldTables.put(rename.to(), rename.from());
                newTables.put(rename.from(), rename.to());
            }
        }
        for (Change change : changes) {
            String key = key(change);
            if (key != null) {
                (isDrop(change) ? drops : creates).put(key, change);
            }
        }
        drops.forEach((key, drop) -> {
            Change create = creates.get(key);
            if (create != null && SameParts.have(drop, create)) {
                same.add(create);
            }
        });
        properties = drops.isEmpty() ? ObjectProperties.UNKNOWN : source.get();
    }

    /** The steps, with what is said again after those that make an object, and before those that take the plan back. */
    List<Step> complete(List<Step> steps) {
        List<Step> all = new ArrayList<>(steps);
        creates.forEach((key, create) -> {
            if (drops.containsKey(key)) {
                again(all, create, properties.of(key));
            }
        });
        drops.forEach((key, drop) -> back(all, drop, properties.of(key)));
        return all;
    }

    private void again(List<Step> steps, Change create, Properties said) {
        List<String> statements = statements(said, same.contains(create), name -> newTables.getOrDefault(name, name));
        int place = last(steps, create);
        if (!statements.isEmpty() && place >= 0) {
            int named = create instanceof IndexChange index ? renaming(steps, place, index) : place;
            Step step = steps.get(named);
            steps.set(named, step.withStatements(joined(step.statements(), statements)));
        }
    }

    private void back(List<Step> steps, Change drop, Properties said) {
        int place = first(steps, drop);
        if (place < 0) {
            return;
        }
        Step step = steps.get(place);
        List<String> statements = statements(said, true, name -> name);
        String missing = properties.known() ? lost(drop, said) : unknown(drop);
        if (!statements.isEmpty() || missing != null) {
            String before = step.inverse().missing();
            steps.set(
                    place,
                    step.withInverse(new Inverse(
                            joined(step.inverse().statements(), statements),
                            before == null || missing == null
                                    ? before == null ? missing : before
                                    : before + "; " + missing)));
        }
    }

    private @Nullable String lost(Change drop, Properties said) {
        List<String> lost = new ArrayList<>(said.lost());
        String key = key(drop);
        Change create = key == null ? null : creates.get(key);
        if (create != null && !same.contains(create) && !said.details().isEmpty()) {
            lost.add("what was said of its columns or parts, which may be others");
        }
        return lost.isEmpty() ? null : "not coming back: of " + name(drop) + " " + String.join(", ", lost);
    }

    /** Who has not asked has to say so. */
    private static @Nullable String unknown(Change drop) {
        if (drop instanceof ViewChange || drop instanceof MaterialisedViewChange) {
            return "not coming back: the owner of " + name(drop)
                    + ", its grants, and the comments and defaults of its columns";
        }
        return drop instanceof RoutineChange ? "not coming back: the owner of " + name(drop) + " and its grants" : null;
    }

    private static String name(Change drop) {
        if (drop instanceof RoutineChange.Drop routine) {
            return signature(routine.routine());
        }
        return drop.object();
    }

    private static List<String> statements(Properties said, boolean details, UnaryOperator<String> table) {
        Stream<PropertyStatement> all =
                details ? Stream.concat(said.details().stream(), said.whole().stream()) : said.whole().stream();
        return all.map(each -> each.sql(table)).toList();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static int last(List<Step> steps, Change change) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).changes().contains(change)) {
                return i;
            }
        }
        return -1;
    }

    private static int first(List<Step> steps, Change change) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).changes().contains(change)) {
                return i;
            }
        }
        return -1;
    }

    /** An index that is built beside another one gets its name later. */
    private static int renaming(List<Step> steps, int place, IndexChange index) {
        String rename =
                " RENAME TO " + Quoting.DOUBLE_QUOTES.quote(index.index().name());
        for (int i = place; i < steps.size(); i++) {
            if (steps.get(i).statements().stream()
                    .anyMatch(sql -> sql.startsWith("ALTER INDEX ") && sql.endsWith(rename))) {
                return i;
            }
        }
        return place;
    }

    private static boolean isDrop(Change change) {
        return change instanceof TablePartChange part && part.isDrop()
                || change instanceof ColumnChange.Drop
                || change instanceof ViewChange.Drop
                || change instanceof MaterialisedViewChange.Drop
                || change instanceof RoutineChange.Drop;
    }

    private @Nullable String key(Change change) {
        if (change instanceof ViewChange view) {
            return ObjectProperties.key(Kind.VIEW, view.name());
        }
        if (change instanceof MaterialisedViewChange view) {
            return ObjectProperties.key(Kind.VIEW, view.name());
        }
        if (change instanceof RoutineChange.Create create) {
            return ObjectProperties.key(Kind.ROUTINE, signature(create.routine()));
        }
        if (change instanceof RoutineChange.Drop drop) {
            return ObjectProperties.key(Kind.ROUTINE, signature(drop.routine()));
        }
        if (change instanceof ColumnChange.Drop drop) {
            return part(Kind.COLUMN, drop.table(), drop.column().name());
        }
        if (change instanceof ColumnChange.Add add) {
            return part(Kind.COLUMN, add.table(), add.column().name());
        }
        if (change instanceof TablePartChange part && !(change instanceof TriggerChange)) {
            return part(kind(part), part.table(), part.name());
        }
        return null;
    }

    private String part(Kind kind, String table, String name) {
        return ObjectProperties.key(kind, oldTables.getOrDefault(table, table), name);
    }

    private static Kind kind(TablePartChange part) {
        if (part instanceof IndexChange) {
            return Kind.INDEX;
        }
        if (part instanceof PolicyChange) {
            return Kind.POLICY;
        }
        return part instanceof RuleChange ? Kind.RULE : Kind.CONSTRAINT;
    }

    private static String signature(Routine routine) {
        return routine.name() + "(" + routine.arguments() + ")";
    }
}
