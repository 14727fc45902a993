package dev.dataflow.processor.check;

import dev.dataflow.annotations.Collation;
import dev.dataflow.annotations.Column;
import dev.dataflow.model.LogicalType;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.Place;
import java.util.Optional;
import java.util.stream.Stream;

/** Collations: of text only, said once, and by a name. */
final class CollationCheck implements ModelCheck {

    @Override
    public void check(Subject subject, Findings findings) {
        subject.components().forEach(component -> place(component).ifPresent(at -> check(component, at, findings)));
    }

    private static void check(Component component, Place at, Findings findings) {
        LogicalType logical = component.column().logical();
        // what is no type at all is said by another check
        if (logical != null && logical != LogicalType.TEXT && logical != LogicalType.VARCHAR) {
            findings.report(ModelProblem.COLLATION_TYPE, at, component.name(), component.typeName());
        }
        component.source().find(Collation.class).ifPresent(collation -> {
            if (inColumn(component).isPresent()) {
                findings.report(
                        ModelProblem.COLLATION,
                        collation.place(),
                        "component `" + component.name() + "` has @Collation and @Column(collation = …)",
                        "only one of them can be meant",
                        "keep one of them");
            }
            if (Stream.of("postgresql", "mysql", "mariadb", "sqlite")
                    .noneMatch(engine -> collation.name(engine).isPresent())) {
                findings.report(
                        ModelProblem.COLLATION,
                        collation.place(),
                        "@Collation on component `" + component.name() + "` names no collation",
                        "the model could be used on no database",
                        "name one for each database it is used on, as in @Collation(mysql = \"utf8mb4_0900_ai_ci\")");
            }
        });
    }

    private static Optional<Place> place(Component component) {
        return inColumn(component)
                .or(() -> component
                        .source()
                        .find(Collation.class)
                        .map(collation -> component.source().place(Collation.class)));
    }

    private static Optional<Place> inColumn(Component component) {
        return component
                .source()
                .find(Column.class)
                .filter(column -> column.name("collation").isPresent())
                .map(column -> column.place("collation"));
    }
}
