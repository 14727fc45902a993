package dev.dataflow.processor.problem;

import dev.dataflow.annotations.Model.Validation;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic.Kind;

/** Prints findings as the compiler's own, as strict as the model asks. */
public final class FindingPrinter {

    private final Messager messager;

    /** Prints to a messager. */
    public FindingPrinter(Messager messager) {
        this.messager = messager;
    }

    /** Prints what is to be seen. */
    public void print(List<Finding> findings, Validation validation) {
        for (Finding finding : findings) {
            Level level = finding.problem().level();
            if (level == Level.BLOCKING || level == Level.ERROR && validation == Validation.STRICT) {
                print(Kind.ERROR, finding);
            } else if (validation != Validation.OFF && !suppressed(finding)) {
                print(Kind.WARNING, finding);
            }
        }
    }

    private void print(Kind kind, Finding finding) {
        Place place = finding.place();
        if (place.annotation() == null) {
            messager.printMessage(kind, finding.text(), place.element());
        } else if (place.value() == null) {
            messager.printMessage(kind, finding.text(), place.element(), place.annotation());
        } else {
            messager.printMessage(kind, finding.text(), place.element(), place.annotation(), place.value());
        }
    }

    private static boolean suppressed(Finding finding) {
        for (Element at = finding.place().element(); at != null; at = at.getEnclosingElement()) {
            SuppressWarnings suppress = at.getAnnotation(SuppressWarnings.class);
            if (suppress != null
                    && Arrays.asList(suppress.value())
                            .contains(finding.problem().code())) {
                return true;
            }
        }
        return false;
    }
}
