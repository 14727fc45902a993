package dev.dataflow.processor.check;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Id;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A key of several components: each part comes from the caller, is never null, and is not called {@code id}. */
final class CompositeKeyCheck implements ModelCheck {

    private static final int MOST_PARTS = 16;
    private static final String ID = "id";

    @Override
    public void check(Subject subject, Findings findings) {
        List<Component> key = subject.key();
        if (key.size() < 2) {
            return;
        }
        if (key.size() > MOST_PARTS) {
            findings.report(
                    ModelProblem.KEY_PARTS,
                    key.get(MOST_PARTS).source().place(Id.class),
                    subject.name(),
                    key.size(),
                    MOST_PARTS);
        }
        for (Component part : key) {
            generation(part)
                    .ifPresent(written -> findings.report(
                            ModelProblem.KEY_PART_GENERATION,
                            part.source().place(Id.class, "generation"),
                            part.name(),
                            written,
                            subject.name()));
            if (part.source().nullable()) {
                findings.report(ModelProblem.KEY_PART_NULL, part.source().place(), part.name(), subject.name());
            }
        }
        named(subject, key, findings);
    }

    /** In maps {@code id} is the whole key, so nothing else of the model may be called that. */
    private static void named(Subject subject, List<Component> key, Findings findings) {
        String parts = key.stream().map(Component::name).collect(Collectors.joining("`, `"));
        for (Component component : subject.components()) {
            boolean column = component.column().column().equals(ID);
            // a component `id` that is no part is reported by another check
            if (column && !component.name().equals(ID)
                    || component.key() && component.name().equals(ID)) {
                Place place = column
                        ? component.source().place(Column.class, "value")
                        : component.source().place();
                findings.report(ModelProblem.ID_IN_KEY, place, component.name(), parts);
            }
        }
    }

    private static Optional<String> generation(Component part) {
        return part.source()
                .find(Id.class)
                .flatMap(id -> id.text("generation"))
                .filter(written ->
                        written.equals(Id.Generation.IDENTITY.name()) || written.equals(Id.Generation.UUID_V7.name()));
    }
}
