package dev.dataflow.processor.check;

import dev.dataflow.annotations.Column;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names the API itself needs, and names that two components would share. */
final class ReservedNameCheck implements ModelCheck {

    /** Keys of the maps that nodes give out. */
    static final Set<String> IN_MAPS = Set.of("found", "updated", "deleted", "record", "created", "action");

    @Override
    public void check(Subject subject, Findings findings) {
        Map<String, String> columns = new HashMap<>();
        for (Component component : subject.components()) {
            name(subject, component, findings);
            if (component.column().managed() == null) {
                column(component, columns, findings);
            }
        }
        for (Component component : subject.components()) {
            subject.components().stream()
                    .filter(other -> other.column().column().equals(component.name())
                            && !other.name().equals(component.name())
                            && !component.column().column().equals(component.name()))
                    .forEach(other -> findings.report(
                            ModelProblem.NAME_OF_COLUMN, component.source().place(), component.name(), other.name()));
        }
    }

    private static void name(Subject subject, Component component, Findings findings) {
        if (IN_MAPS.contains(component.name())) {
            findings.report(ModelProblem.NAME_IN_MAPS, component.source().place(), component.name());
        }
        if (component.name().startsWith("$")) {
            findings.report(ModelProblem.DOLLAR_NAME, component.source().place(), component.name());
        }
        if (component.name().equals("id") && !component.key()) {
            subject.key().stream()
                    .findFirst()
                    .ifPresent(key -> findings.report(
                            ModelProblem.ID_NOT_KEY, component.source().place(), key.name()));
        }
    }

    private static void column(Component component, Map<String, String> columns, Findings findings) {
        String column = component.column().column();
        if (IN_MAPS.contains(column) && !IN_MAPS.contains(component.name())) {
            findings.report(
                    ModelProblem.COLUMN_IN_MAPS,
                    component.source().place(Column.class, "value"),
                    component.name(),
                    column);
        }
        String other = columns.putIfAbsent(column.toLowerCase(Locale.ROOT), component.name());
        if (other != null) {
            findings.report(
                    ModelProblem.COLUMN_TWICE,
                    component.source().place(Column.class, "value"),
                    component.name(),
                    other,
                    column);
        }
    }
}
