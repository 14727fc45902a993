package dev.dataflow.processor.registry;

import dev.dataflow.annotations.Collation;
import dev.dataflow.annotations.Column;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.ComponentSource;

/** A reference's column is compared as the key it holds: it says so, or says nothing. */
final class ReferenceCollationCheck extends ReferencedKeyCheck {

    @Override
    void compare(
            ComponentSource component, GeneratedColumn own, GeneratedColumn key, String target, Findings findings) {
        if (own.collation() != null && !own.collation().equals(key.collation())) {
            findings.report(
                    ModelProblem.REFERENCE_COLLATION,
                    component.has(Collation.class)
                            ? component.place(Collation.class)
                            : component.place(Column.class, "collation"),
                    component.name(),
                    target);
        }
    }
}
