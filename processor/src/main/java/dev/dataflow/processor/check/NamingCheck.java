package dev.dataflow.processor.check;

import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;

/** The naming conventions of Java, on which derived names rest. */
final class NamingCheck implements ModelCheck {

    @Override
    public void check(Subject subject, Findings findings) {
        String name = subject.source().type().simpleName();
        if (Character.isLowerCase(name.codePointAt(0)) || hasSeparator(name)) {
            findings.report(ModelProblem.TYPE_NAMING, subject.source().place(), name);
        }
        for (Component component : subject.components()) {
            String own = component.name();
            boolean reported = own.startsWith("$");
            if (!reported && (Character.isUpperCase(own.codePointAt(0)) || hasSeparator(own))) {
                findings.report(
                        ModelProblem.COMPONENT_NAMING, component.source().place(), own);
            }
        }
    }

    private static boolean hasSeparator(String name) {
        return name.indexOf('_') >= 0 || name.indexOf('$') >= 0;
    }
}
