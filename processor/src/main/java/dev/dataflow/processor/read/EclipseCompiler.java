package dev.dataflow.processor.read;

import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;

/** What ecj leaves unsaid: it takes the constructor that it adds to a class without one for one written by hand. */
final class EclipseCompiler {

    private static final Set<Modifier> ACCESS = EnumSet.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE);

    private EclipseCompiler() {}

    /** Whether this is ecj, and a constructor is like one that a compiler adds: bare, and as accessible as its class. */
    static boolean mayHaveAdded(ExecutableElement constructor, Elements elements) {
        return elements.getClass().getName().startsWith("org.eclipse.")
                && constructor.getParameters().isEmpty()
                && constructor.getThrownTypes().isEmpty()
                && constructor.getAnnotationMirrors().isEmpty()
                && elements.getDocComment(constructor) == null
                && access(constructor.getModifiers())
                        .equals(access(constructor.getEnclosingElement().getModifiers()));
    }

    private static Set<Modifier> access(Set<Modifier> modifiers) {
        Set<Modifier> access = EnumSet.copyOf(ACCESS);
        access.retainAll(modifiers);
        return access;
    }
}
