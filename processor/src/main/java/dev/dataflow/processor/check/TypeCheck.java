package dev.dataflow.processor.check;

import dev.dataflow.annotations.Convert;
import dev.dataflow.annotations.Json;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;

/** Types: each component has one that can be a column. */
final class TypeCheck implements ModelCheck {

    @Override
    public void check(Subject subject, Findings findings) {
        for (Component component : subject.components()) {
            if (!LaterCheck.isRefused(component)) {
                check(component, findings);
            }
        }
    }

    private static void check(Component component, Findings findings) {
        switch (component.source().type().support()) {
            case SUPPORTED -> {}
            case LATER ->
                findings.report(
                        ModelProblem.LATER,
                        component.source().place(),
                        "a component of type " + component.typeName(),
                        "leave it out for now, or store it as another type");
            case NEVER ->
                findings.report(
                        ModelProblem.UNSUPPORTED_TYPE,
                        component.source().place(),
                        component.name(),
                        component.typeName());
            case PLAIN_JSON -> noJson(component, "a column holds it as it is", findings);
            case RAW_JSON ->
                noJson(component, "its type arguments are left out, so nothing says what to read into", findings);
            case NOT_CONVERTED ->
                findings.report(
                        ModelProblem.CONVERSION,
                        component.source().place(Convert.class),
                        component.name(),
                        component.typeName(),
                        component.source().type().refusal());
            case HIDDEN ->
                findings.report(
                        ModelProblem.HIDDEN_TYPE, component.source().place(), component.name(), component.typeName());
        }
    }

    private static void noJson(Component component, String why, Findings findings) {
        findings.report(
                ModelProblem.JSON_PLACE,
                component.source().place(Json.class),
                component.name(),
                component.typeName(),
                why);
    }
}
