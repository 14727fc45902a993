package dev.dataflow.processor;

import dev.dataflow.annotations.Model.Validation;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.AnnotationSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.SourceVersion;
import javax.tools.Diagnostic;

/** The processors' {@code -A} options. */
final class ProcessorOptions {

    static final String VALIDATION = "dataflow.validation";
    static final String MODULE = "dataflow.module";
    static final Set<String> ALL = Set.of(VALIDATION, MODULE);

    private final Map<String, String> options;

    ProcessorOptions(Map<String, String> options) {
        this.options = options;
    }

    /** How a model's findings are reported: as it says, else as the option says, else strictly. */
    Validation validation(AnnotationSource model) {
        return model.text("validation").map(Validation::valueOf).orElseGet(this::validation);
    }

    /** How findings that belong to no model are reported: as the option says, else strictly. */
    Validation validation() {
        return option(VALIDATION)
                .filter(ProcessorOptions::isValidation)
                .map(Validation::valueOf)
                .orElse(Validation.STRICT);
    }

    /** What the module class is named by. */
    Optional<String> module() {
        return option(MODULE).filter(ProcessorOptions::isModule);
    }

    /** Reports options whose values mean nothing. */
    void check(Messager messager) {
        option(VALIDATION)
                .filter(value -> !isValidation(value))
                .ifPresent(value -> report(messager, VALIDATION, value, "STRICT, WARN or OFF"));
        option(MODULE)
                .filter(value -> !isModule(value))
                .ifPresent(value -> report(messager, MODULE, value, "letters and digits, such as the module's name"));
    }

    private Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    private static void report(Messager messager, String option, String value, String valid) {
        messager.printMessage(Diagnostic.Kind.ERROR, ModelProblem.PROCESSOR_OPTION.text("-A" + option, value, valid));
    }

    private static boolean isValidation(String value) {
        return Arrays.stream(Validation.values()).anyMatch(known -> known.name().equals(value));
    }

    private static boolean isModule(String value) {
        return SourceVersion.isIdentifier("Models_" + value) && !value.isEmpty();
    }
}
