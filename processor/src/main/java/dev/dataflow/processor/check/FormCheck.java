package dev.dataflow.processor.check;

import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.ModelSource;
import dev.dataflow.processor.source.ModelSource.Form;

/** What kind of type a model is. */
final class FormCheck implements ModelCheck {

    @Override
    public void check(Subject subject, Findings findings) {
        ModelSource source = subject.source();
        if (source.form() == Form.OTHER) {
            findings.report(ModelProblem.NOT_A_MODEL, source.place(), subject.name(), "no record or class");
            return;
        }
        if (!source.visible()) {
            findings.report(
                    ModelProblem.NOT_A_MODEL,
                    source.place(),
                    subject.name(),
                    "private, so that no generated class can name it");
        }
        if (source.inner()) {
            findings.report(
                    ModelProblem.NOT_A_MODEL,
                    source.place(),
                    subject.name(),
                    "an inner class, which has no instance without one of the class around it; make it static");
        }
        if (!source.instantiable()) {
            findings.report(
                    ModelProblem.NOT_A_MODEL,
                    source.place(),
                    subject.name(),
                    "abstract; superclasses of models need no annotation");
        }
        if (source.parameters() > 0) {
            findings.report(ModelProblem.GENERIC, source.place(), subject.name());
        }
    }
}
