package dev.dataflow.processor.registry;

import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.read.ModelReader;
import dev.dataflow.processor.source.ModelSource;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** All rules about models together. */
public final class CrossModelChecks {

    private static final List<CrossModelCheck> ALL = List.of(
            new TableCheck(),
            new IndexNamesCheck(),
            new ReferenceCheck(),
            new ReferenceSizeCheck(),
            new CircleCheck(),
            new InverseCheck());

    private final Elements elements;
    private final ModelReader reader;

    /** Checks with the compiler's elements and what reads models. */
    public CrossModelChecks(Elements elements, ModelReader reader) {
        this.reader = reader;
        this.elements = elements;
    }

    /** What is wrong with a model. */
    public interface Reporter {

        /** Takes a model's findings. */
        void report(ModelSource model, Findings findings);
    }

    /**
     * Checks models against each other and those they refer to.
     *
     * @param models the models to report on
     * @param names all models of the source set
     * @param reporter takes the findings
     */
    public void check(List<TypeElement> models, Collection<String> names, Reporter reporter) {
        KnownModels known = new KnownModels(elements, reader, names);
        for (TypeElement type : models) {
            known.find(type.getQualifiedName().toString()).ifPresent(model -> {
                Findings findings = new Findings();
                ALL.forEach(check -> check.check(model, known, findings));
                reporter.report(model.source(), findings);
            });
        }
    }
}
