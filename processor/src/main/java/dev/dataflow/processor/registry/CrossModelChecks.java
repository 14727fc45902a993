package dev.dataflow.processor.registry;

import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.source.ModelSource;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** All rules about models together. */
public final class CrossModelChecks {

    private static final List<CrossModelCheck> ALL = List.of(
            new TableCheck(),
            new IndexNamesCheck(),
            new ReferenceCheck(),
            new ReferenceSizeCheck(),
            new ReferenceCollationCheck(),
            new CircleCheck(),
            new InverseCheck(),
            new CascadeCheck(),
            new SharedReferenceCheck(),
            new RenamedTableCheck());

    private CrossModelChecks() {}

    /** What is wrong with a model. */
    public interface Reporter {

        /** Takes a model's findings. */
        void report(ModelSource model, Findings findings);
    }

    /**
     * Checks models against each other and those they refer to.
     *
     * @param models the models to report on
     * @param known all models of the source set, and those they refer to
     * @param reporter takes the findings
     */
    public static void check(List<TypeElement> models, KnownModels known, Reporter reporter) {
        for (TypeElement type : models) {
            known.find(type.getQualifiedName().toString()).ifPresent(model -> {
                Findings findings = new Findings();
                ALL.forEach(check -> check.check(model, known, findings));
                reporter.report(model.source(), findings);
            });
        }
    }
}
