package dev.dataflow.processor.check;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.References;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.derive.ManagedColumns;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Managed columns: none is declared by accident, and those surfaced fit. */
final class ManagedCheck implements ModelCheck {

    private static final Map<ManagedColumn, Class<? extends Annotation>> ANNOTATIONS = ManagedColumns.ANNOTATIONS;

    @Override
    public void check(Subject subject, Findings findings) {
        List<ManagedColumn> columns = ManagedColumns.of(subject.source());
        Set<ManagedColumn> surfaced = EnumSet.noneOf(ManagedColumn.class);
        for (Component component : subject.components()) {
            ManagedColumn managed = component.column().managed();
            if (managed == null) {
                name(component, columns, findings);
                continue;
            }
            Class<? extends Annotation> annotation = ANNOTATIONS.get(managed);
            if (!columns.contains(managed)) {
                findings.report(
                        ModelProblem.MANAGED_OFF,
                        component.source().place(annotation),
                        component.name(),
                        annotation.getSimpleName(),
                        managed.column(),
                        ManagedColumns.option(managed));
            }
            if (!surfaced.add(managed)
                    || ANNOTATIONS.values().stream()
                                    .filter(component.source()::has)
                                    .count()
                            > 1) {
                findings.report(
                        ModelProblem.MANAGED_TWICE,
                        component.source().place(annotation),
                        component.name(),
                        managed.column());
            }
            if (component.column().logical() != ManagedColumns.logical(managed)
                    || managed == ManagedColumn.TENANT_ID
                            && !component.source().type().name().equals(ManagedColumns.type(managed))) {
                findings.report(
                        ModelProblem.MANAGED_TYPE,
                        component.source().place(annotation),
                        component.name(),
                        annotation.getSimpleName(),
                        component.typeName(),
                        ManagedColumns.type(managed));
            }
            others(component, annotation, findings);
        }
    }

    private static void name(Component component, List<ManagedColumn> columns, Findings findings) {
        for (ManagedColumn managed : columns) {
            if (managed == ManagedColumn.DELETED_AT
                    && component.column().column().equalsIgnoreCase(ManagedColumns.LIVE)) {
                findings.report(
                        ModelProblem.COMPUTED_NAME,
                        component.source().place(Column.class, "value"),
                        component.name(),
                        ManagedColumns.LIVE);
            }
            if (component.column().column().equalsIgnoreCase(managed.column())) {
                findings.report(
                        ModelProblem.MANAGED_NAME,
                        component.source().place(Column.class, "value"),
                        component.name(),
                        managed.column(),
                        ANNOTATIONS.get(managed).getSimpleName(),
                        ManagedColumns.option(managed).replace(" = true", " = false"));
            }
        }
    }

    private static void others(Component component, Class<? extends Annotation> managed, Findings findings) {
        for (Class<? extends Annotation> other : List.of(Id.class, References.class, Column.class)) {
            if (component.source().has(other)) {
                findings.report(
                        ModelProblem.OPTION,
                        component.source().place(other),
                        "@" + other.getSimpleName() + " on the @" + managed.getSimpleName() + " component `"
                                + component.name() + "`",
                        "the runtime fixes what a managed column is",
                        "remove one of the annotations");
            }
        }
    }
}
