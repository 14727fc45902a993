package dev.dataflow.migrations.rename;

import dev.dataflow.error.NearestName;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.diff.RenameHints.DropHint;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.model.ModelDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks former names up in a schema. Not thread-safe. */
final class FormerNames {

    private final Schema present;
    private final RenameHints given;
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> tables;
    private final List<String> notes = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private RenameHints hints;

    FormerNames(Schema present, RenameHints given, List<ModelDescriptor> models) {
        this.present = present;
        this.given = given;
        hints = given;
        models.forEach(model -> owners.put(model.table(), model.name()));
        tables = present.tables().stream().map(Table::name).collect(Collectors.toCollection(TreeSet::new));
    }

    RenameHints hints() {
        return hints;
    }

    List<String> notes() {
        return notes;
    }

    List<String> wrong() {
        return wrong;
    }

    void add(ModelDescriptor model) {
        String table = model.table();
        Optional<String> answered = given.tables().stream()
                .filter(hint -> hint.to().equals(table))
                .map(RenameHints.TableHint::from)
                .findFirst();
        Optional<String> from = answered.isPresent() ? answered : former(model);
        if (answered.isEmpty() && from.isPresent()) {
            hints = hints.table(from.get(), table);
        }
        present.table(from.orElse(table)).ifPresent(there -> columns(model, there));
    }

    private Optional<String> former(ModelDescriptor model) {
        List<String> free = model.renamedFrom().stream()
                .filter(name ->
                        given.tables().stream().noneMatch(hint -> hint.from().equals(name))
                                && !given.drops().contains(new DropHint(name, "")))
                .toList();
        Optional<String> found = one(model.name(), "", model.table(), free, tables, "table");
        found.filter(owners::containsKey)
                .ifPresent(name ->
                        wrong.add(model.name() + ": " + name + " is the table of " + owners.get(name) + ", too"));
        found.ifPresent(name -> owners.put(name, model.name()));
        return found;
    }

    private void columns(ModelDescriptor model, Table there) {
        Set<String> columns = there.columns().stream().map(Column::name).collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> taken = new HashMap<>();
        for (ColumnDescriptor column : model.columns()) {
            column(model, there.name(), column, columns, taken);
            // no note: whether it had a second column before, the model does not say
            column.offset()
                    .filter(offset -> offset.renamedFrom().stream().anyMatch(columns::contains))
                    .ifPresent(offset -> column(model, there.name(), offset, columns, taken));
        }
    }

    private void column(
            ModelDescriptor model,
            String table,
            ColumnDescriptor column,
            Set<String> columns,
            Map<String, String> taken) {
        boolean answered = given.columns().stream()
                .anyMatch(hint -> hint.table().equals(table) && hint.to().equals(column.column()));
        List<String> free = column.renamedFrom().stream()
                .filter(name -> given.columns().stream()
                                .noneMatch(hint -> hint.table().equals(table)
                                        && hint.from().equals(name))
                        && !given.drops().contains(new DropHint(table, name)))
                .toList();
        if (answered) {
            return;
        }
        String owner = model.name() + "." + column.name();
        one(owner, table + ".", column.column(), free, columns, "column").ifPresent(from -> {
            String other = taken.put(from, owner);
            if (other != null) {
                wrong.add(owner + ": " + other + " was renamed from " + from + ", too");
            }
            hints = hints.column(table, from, column.column());
        });
    }

    /** The former name that is there, when it is the only one and the new name is not there. */
    private Optional<String> one(
            String owner, String prefix, String name, List<String> former, Collection<String> there, String kind) {
        List<String> found = former.stream().filter(there::contains).toList();
        for (String each : former) {
            if (!there.contains(each)) {
                notes.add(owner + ": no " + kind + " `" + prefix + each + "` is there"
                        + (there.contains(name) ? ", its former name can go" : near(each, there)));
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (there.contains(name)) {
            wrong.add(owner + ": " + prefix + found.get(0) + " and " + prefix + name
                    + " are both there; when the rows of the first have been copied → --drop " + prefix
                    + found.get(0));
            return Optional.empty();
        }
        if (found.size() > 1) {
            wrong.add(owner + ": " + prefix + String.join(" and " + prefix, found)
                    + " are both there → --rename " + prefix + found.get(0) + "=" + prefix + name
                    + " for the one it is, and --drop for the rest");
            return Optional.empty();
        }
        return Optional.of(found.get(0));
    }

    private static String near(String name, Collection<String> there) {
        return NearestName.of(name, there)
                .map(near -> " (did you mean `" + near + "`?)")
                .orElse("");
    }
}
