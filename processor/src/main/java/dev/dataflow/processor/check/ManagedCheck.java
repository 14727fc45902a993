package dev.dataflow.processor.check;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.CreatedAt;
import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.UpdatedAt;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.derive.Timestamps;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Managed columns: none is declared by accident, and those surfaced fit. */
final class ManagedCheck implements ModelCheck {

    private static final Map<ManagedColumn, Class<? extends Annotation>> ANNOTATIONS =
            Map.of(ManagedColumn.CREATED_AT, CreatedAt.class, ManagedColumn.UPDATED_AT, UpdatedAt.class);

    @Override
    public void check(Subject subject, Findings findings) {
        boolean timestamps = Timestamps.on(subject.source());
        Set<ManagedColumn> surfaced = EnumSet.noneOf(ManagedColumn.class);
        for (Component component : subject.components()) {
            ManagedColumn managed = component.column().managed();
            if (managed == null) {
                if (timestamps) {
                    name(component, findings);
                }
                continue;
            }
            Class<? extends Annotation> annotation = ANNOTATIONS.get(managed);
            if (!timestamps) {
                findings.report(
                        ModelProblem.MANAGED_OFF,
                        component.source().place(annotation),
                        component.name(),
                        annotation.getSimpleName(),
                        managed.column());
            }
            if (!surfaced.add(managed)
                    || component.source().has(CreatedAt.class)
                            && component.source().has(UpdatedAt.class)) {
                findings.report(
                        ModelProblem.MANAGED_TWICE,
                        component.source().place(annotation),
                        component.name(),
                        managed.column());
            }
            if (component.column().logical() != LogicalType.INSTANT) {
                findings.report(
                        ModelProblem.MANAGED_TYPE,
                        component.source().place(annotation),
                        component.name(),
                        annotation.getSimpleName(),
                        component.typeName());
            }
            others(component, annotation, findings);
        }
    }

    private static void name(Component component, Findings findings) {
        for (ManagedColumn managed : ANNOTATIONS.keySet().stream().sorted().toList()) {
            if (component.column().column().equalsIgnoreCase(managed.column())) {
                findings.report(
                        ModelProblem.MANAGED_NAME,
                        component.source().place(Column.class, "value"),
                        component.name(),
                        managed.column(),
                        ANNOTATIONS.get(managed).getSimpleName());
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
