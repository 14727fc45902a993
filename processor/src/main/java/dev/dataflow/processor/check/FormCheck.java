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
        if (source.form() == Form.CLASS) {
            later(subject, findings, "a class as a model", "make it a record");
        }
        if (source.nested()) {
            later(subject, findings, "a model declared in another type", "move it to a file of its own");
        }
        if (source.parameters() > 0) {
            later(subject, findings, "a model with type parameters", "write one record for each type it is used with");
        }
    }

    private static void later(Subject subject, Findings findings, String feature, String fix) {
        findings.report(ModelProblem.LATER, subject.source().place(), feature, fix);
    }
}
