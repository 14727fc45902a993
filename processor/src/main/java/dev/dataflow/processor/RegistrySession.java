package dev.dataflow.processor;

import dev.dataflow.processor.emit.Output;
import dev.dataflow.processor.problem.FindingPrinter;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.RecordMessager;
import dev.dataflow.processor.read.ModelReader;
import dev.dataflow.processor.read.ShapeReader;
import dev.dataflow.processor.registry.CrossModelChecks;
import dev.dataflow.processor.registry.DeclaredModule;
import dev.dataflow.processor.registry.KnownModels;
import dev.dataflow.processor.registry.Registry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** One compile, as the registry processor sees it. */
final class RegistrySession {

    private final Elements elements;
    private final Messager messager;
    private final ModelRounds rounds;
    private final FindingPrinter printer;
    private final ProcessorOptions options;
    private final Registry registry;
    private final Set<String> compiled = new TreeSet<>();

    RegistrySession(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.messager = RecordMessager.of(environment);
        this.rounds = new ModelRounds(environment.getElementUtils());
        this.printer = new FindingPrinter(messager);
        this.options = new ProcessorOptions(environment.getOptions());
        this.registry = new Registry(
                environment.getElementUtils(),
                new ModelReader(environment.getElementUtils(), environment.getTypeUtils()),
                new ShapeReader(environment.getElementUtils(), environment.getTypeUtils()),
                new Output(environment.getFiler(), environment.getElementUtils()),
                options.module());
    }

    void process(RoundEnvironment round) {
        List<TypeElement> due = rounds.due(round);
        Crash.guard(messager, due.isEmpty() ? null : due.get(0), () -> process(round, due));
    }

    private void process(RoundEnvironment round, List<TypeElement> due) {
        due.forEach(model -> compiled.add(model.getQualifiedName().toString()));
        KnownModels known = registry.known(due.isEmpty() ? Set.of() : compiled);
        List<TypeElement> resolved = due.stream().filter(known::isResolved).toList();
        due.stream().filter(model -> !resolved.contains(model)).forEach(rounds::putOff);
        if (!resolved.isEmpty()) {
            check(resolved, known);
        }
        if (round.processingOver()) {
            if (!compiled.isEmpty() && !round.errorRaised()) {
                registry.write(compiled);
                checkProvides();
            }
        } else if (!resolved.isEmpty()) {
            // at once, since each round more costs the compiler a look at all that was generated before
            registry.writeModule(known, waiting(due, resolved));
        }
    }

    private static Set<String> waiting(List<TypeElement> due, List<TypeElement> resolved) {
        return due.stream()
                .filter(model -> !resolved.contains(model))
                .map(model -> model.getQualifiedName().toString())
                .collect(Collectors.toSet());
    }

    private void checkProvides() {
        Findings findings = new Findings();
        compiled.stream()
                .findFirst()
                .map(elements::getTypeElement)
                .flatMap(model -> DeclaredModule.of(model, elements))
                .ifPresent(declared -> declared.check(registry.modules(), findings));
        printer.print(findings.all(), options.validation());
    }

    private void check(List<TypeElement> models, KnownModels known) {
        CrossModelChecks.check(
                models, known, (model, findings) -> printer.print(findings.all(), options.validation(model.model())));
    }
}
