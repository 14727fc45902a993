package dev.dataflow.migrations.plan;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CheckChange;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.CompositeTypeChange;
import dev.dataflow.migrations.change.DefinedTypeChange;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.change.EnumTypeChange;
import dev.dataflow.migrations.change.ExclusionChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.RoutineChange;
import dev.dataflow.migrations.change.SequenceChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.change.TablePartChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.diff.Mentions;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.Table;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks whether something that goes can stay while other changes are made. In doubt it cannot. */
final class Leftovers {

    private final EngineFamily family;
    private final Set<String> columns = new HashSet<>();
    private final Set<String> altered = new HashSet<>();
    private final Set<String> touched = new TreeSet<>();
    private final Set<String> keys = new HashSet<>();
    private final Set<String> come = new HashSet<>();
    private final Set<String> counted = new HashSet<>();
    private final Set<String> unique = new HashSet<>();

    /**
     * What is changed while it stays.
     *
     * @param diff all differences
     * @param changes those that are made before
     */
    Leftovers(SchemaDiff diff, List<Change> changes) {
        DatabaseEngine engine = diff.before().engine();
        family = engine.family();
        changes.forEach(this::add);
    }

    /** Whether programs of before name what goes: tables, columns, views and what else queries call, keys. */
    static boolean mayWait(Change change) {
        return change instanceof TableChange.Drop
                || change instanceof ColumnChange.Drop
                || change instanceof PrimaryKeyChange.Drop
                || change instanceof UniqueKeyChange.Drop
                || change instanceof IndexChange.Drop index && index.index().unique()
                || change instanceof ForeignKeyChange.Drop
                || change instanceof ViewChange.Drop
                || change instanceof MaterialisedViewChange.Drop
                || change instanceof SequenceChange.Drop
                || change instanceof EnumTypeChange.Drop
                || change instanceof DomainChange.Drop
                || change instanceof CompositeTypeChange.Drop
                || change instanceof DefinedTypeChange.Drop
                || change instanceof RoutineChange.Drop;
    }

    /** Whether something that goes must go before. */
    boolean isInTheWay(Change change) {
        if (change instanceof TableChange.Drop drop) {
            return names(drop.dropped()).anyMatch(this::comes);
        }
        if (change instanceof ColumnChange.Drop drop) {
            return isInTheWay(drop);
        }
        if (change instanceof ForeignKeyChange.Drop drop) {
            return isInTheWay(drop.table(), drop.key());
        }
        if (change instanceof PrimaryKeyChange.Drop drop) {
            return keys.contains(drop.table())
                    || comes(drop.key().name())
                    || altersAny(drop.table(), drop.key().columns());
        }
        if (change instanceof UniqueKeyChange.Drop drop) {
            return comes(drop.key().name())
                    // SQLite takes no two that do different things on a conflict
                    || family == EngineFamily.SQLITE
                            && unique.contains(drop.table() + drop.key().columns())
                    || altersAny(drop.table(), drop.key().columns());
        }
        if (change instanceof IndexChange.Drop drop) {
            return comes(drop.index().name())
                    || !drop.index().coversWholeRows() && touched.contains(drop.table())
                    || altersAny(drop.table(), drop.index().columns());
        }
        if (change instanceof ViewChange.Drop drop) {
            return comes(drop.name())
                    || Mentions.any(drop.view().definition(), touched)
                    || !drop.view().triggers().isEmpty() && !touched.isEmpty();
        }
        if (change instanceof MaterialisedViewChange.Drop drop) {
            return comes(drop.name())
                    || drop.view().indexes().stream().anyMatch(index -> comes(index.name()))
                    || Mentions.any(drop.view().definition(), touched);
        }
        return change instanceof RoutineChange.Drop drop
                && family == EngineFamily.POSTGRESQL
                && (comes(drop.name()) || Mentions.any(drop.routine().held(), touched));
    }

    private boolean isInTheWay(ColumnChange.Drop drop) {
        Column column = drop.column();
        return columns.contains(drop.table() + "." + column.name())
                || column.generated() != null && touched.contains(drop.table())
                || column.identity() != null && counted.contains(drop.table());
    }

    private boolean isInTheWay(String table, ForeignKey key) {
        String target = key.target().schema() == null ? key.target().name() : "";
        return comes(key.name())
                || altersAny(table, key.columns())
                || altersAny(target, key.targetColumns())
                || keys.contains(target)
                || family == EngineFamily.MYSQL && keys.contains(table);
    }

    private static Stream<String> names(Table table) {
        return Stream.of(
                        Stream.of(table.name()),
                        Stream.ofNullable(table.primaryKey()).map(key -> key.name()),
                        table.uniques().stream().map(key -> key.name()),
                        table.indexes().stream().map(index -> index.name()),
                        table.exclusions().stream().map(each -> each.name()),
                        table.foreignKeys().stream().map(key -> key.name()),
                        table.checks().stream().map(check -> check.name()))
                .flatMap(each -> each)
                .filter(name -> name != null);
    }

    private boolean comes(@Nullable String name) {
        return name != null && come.contains(name.toLowerCase(Locale.ROOT));
    }

    private void comesWith(@Nullable String name) {
        if (name != null) {
            come.add(name.toLowerCase(Locale.ROOT));
        }
    }

    private boolean altersAny(String table, Collection<String> names) {
        return names.stream().anyMatch(name -> altered.contains(table + "." + name));
    }

    private void add(Change change) {
        if (change instanceof TableChange table) {
            add(table);
        } else if (change instanceof ColumnChange column) {
            add(column);
        } else if (change instanceof TablePartChange part) {
            add(part);
        } else if (change instanceof ViewChange view) {
            addView(change instanceof ViewChange.Drop, view.name());
        } else if (change instanceof MaterialisedViewChange view) {
            addView(change instanceof MaterialisedViewChange.Drop, view.name());
        } else if (change instanceof RoutineChange.Drop drop && family == EngineFamily.POSTGRESQL) {
            touched.add(drop.routine().name());
        } else if (change instanceof RoutineChange.Create create) {
            comesWith(create.name());
        }
    }

    private void addView(boolean drop, String name) {
        if (drop) {
            touched.add(name);
        } else {
            comesWith(name);
        }
    }

    private void add(TableChange change) {
        if (change instanceof TableChange.Create create) {
            names(create.created()).forEach(this::comesWith);
            return;
        }
        touched.add(change.table());
        if (change instanceof TableChange.Rename rename) {
            touched.add(rename.to());
            comesWith(rename.to());
        }
    }

    private void add(ColumnChange change) {
        if (change instanceof ColumnChange.Add add) {
            columns.add(add.table() + "." + add.column().name());
            if (add.column().identity() != null) {
                counted.add(add.table());
            }
            if (family == EngineFamily.SQLITE) {
                touched.add(change.table());
            }
            return;
        }
        touched.add(change.table());
        if (change instanceof ColumnChange.Alter alter
                && alter.aspect() != ColumnAspect.DEFAULT
                && alter.aspect() != ColumnAspect.OPTIONS) {
            altered.add(alter.table() + "." + alter.after().name());
            if (alter.aspect() == ColumnAspect.IDENTITY) {
                counted.add(alter.table());
            }
        } else if (change instanceof ColumnChange.Drop drop) {
            altered.add(drop.table() + "." + drop.column().name());
        }
    }

    private void add(TablePartChange change) {
        if (family == EngineFamily.SQLITE && !(change instanceof IndexChange)) {
            touched.add(change.table());
        }
        if (change instanceof PrimaryKeyChange || change instanceof UniqueKeyChange || change instanceof IndexChange) {
            if (change.isDrop()) {
                keys.add(change.table());
            }
        }
        if (change.isDrop()) {
            return;
        }
        if (change instanceof PrimaryKeyChange.Add add) {
            keys.add(add.table());
            comesWith(add.key().name());
        } else if (change instanceof UniqueKeyChange.Add add) {
            unique.add(add.table() + add.key().columns());
            comesWith(add.key().name());
        } else if (change instanceof IndexChange.Create create) {
            comesWith(create.index().name());
        } else if (change instanceof ForeignKeyChange.Add add) {
            comesWith(add.key().name());
        } else if (change instanceof CheckChange.Add add) {
            comesWith(add.check().name());
        } else if (change instanceof ExclusionChange.Add add) {
            comesWith(add.exclusion().name());
        }
    }
}
