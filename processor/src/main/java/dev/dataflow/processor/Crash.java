package dev.dataflow.processor;

import dev.dataflow.processor.problem.ModelProblem;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Turns a bug of ours into an error at the user's model, instead of one that ends the compiler. */
final class Crash {

    private Crash() {}

    static void guard(Messager messager, @Nullable Element element, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            messager.printMessage(Diagnostic.Kind.ERROR, ModelProblem.INTERNAL.text(trace), element);
        }
    }
}
