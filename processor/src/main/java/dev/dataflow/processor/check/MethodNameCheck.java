package dev.dataflow.processor.check;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import java.util.Set;

/** Names of methods that every object has: generated classes cannot have others of that form. */
final class MethodNameCheck implements ModelCheck {

    /** What Java takes for no component of a record, such as the key's. */
    private static final Set<String> NO_COMPONENTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    @Override
    public void check(Subject subject, Findings findings) {
        boolean composite = subject.key().size() > 1;
        for (Component component : subject.components()) {
            String name = component.name();
            TypeName type = component.column().javaType().withoutAnnotations();
            if (composite && component.key() && NO_COMPONENTS.contains(name)) {
                report(findings, component, "a record of the key with a component `" + name + "`");
            } else if (isSet(subject, component)
                    && (name.equals("wait") && type.equals(TypeName.LONG)
                            || name.equals("equals") && type.equals(ClassName.get(Object.class)))) {
                report(findings, component, "a draft with a method `" + name + "(" + component.typeName() + ")`");
            }
        }
    }

    /** Whether drafts or patches have a method for it. */
    private static boolean isSet(Subject subject, Component component) {
        boolean counted = component.key() && subject.model().generation() == KeyGeneration.IDENTITY;
        return component.column().managed() == null && !counted;
    }

    private static void report(Findings findings, Component component, String needed) {
        findings.report(ModelProblem.NAME_OF_METHOD, component.source().place(), component.name(), needed);
    }
}
