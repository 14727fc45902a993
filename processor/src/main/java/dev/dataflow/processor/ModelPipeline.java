package dev.dataflow.processor;

import dev.dataflow.processor.check.ModelChecks;
import dev.dataflow.processor.derive.ModelDeriver;
import dev.dataflow.processor.emit.Output;
import dev.dataflow.processor.emit.SourceText;
import dev.dataflow.processor.model.GeneratedModel;
import dev.dataflow.processor.problem.Finding;
import dev.dataflow.processor.problem.FindingPrinter;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.RecordMessager;
import dev.dataflow.processor.read.ModelReader;
import dev.dataflow.processor.source.ModelSource;
import dev.dataflow.processor.source.Unresolved;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The way of one model: read, work out, check, put into words, write. */
final class ModelPipeline {

    private final ModelReader reader;
    private final Output output;
    private final FindingPrinter printer;
    private final ProcessorOptions options;

    ModelPipeline(ProcessingEnvironment environment) {
        this.reader = new ModelReader(environment.getElementUtils(), environment.getTypeUtils());
        this.output = new Output(environment.getFiler(), environment.getElementUtils());
        this.printer = new FindingPrinter(RecordMessager.of(environment));
        this.options = new ProcessorOptions(environment.getOptions());
    }

    /**
     * Reads and checks a model, and has its classes put into words.
     *
     * @param type the model
     * @param last whether no other processor can generate what the model still misses
     * @param thread puts them into words
     * @param write takes the model, which is to be finished
     * @return false when the model misses something that may yet be generated
     */
    boolean read(TypeElement type, boolean last, TextThread thread, Consumer<ReadModel> write) {
        ModelSource source = reader.read(type);
        if (!source.unresolved().isEmpty()) {
            if (last) {
                reportUnresolved(source);
            }
            return last;
        }
        GeneratedModel model = ModelDeriver.derive(source.validating(reader.runsCode(type, source)));
        Findings findings = ModelChecks.check(source, model);
        if (source.visible()) {
            boolean blocked = findings.blocked();
            boolean importLanguage = output.importsLanguage(model.names().packageName());
            write.accept(new ReadModel(
                    type, source, findings, thread.start(() -> ModelTexts.of(model, blocked, importLanguage))));
        } else {
            print(type, source, findings);
        }
        return true;
    }

    /**
     * Creates a model's files, and reports its problems.
     *
     * @param model the model
     * @param thread writes what the files hold, where the compiler lets it
     * @param writes takes what is to be awaited before the round ends
     */
    void finish(ReadModel model, TextThread thread, Consumer<Future<?>> writes) {
        ModelTexts texts = TextThread.await(model.texts());
        for (SourceText file : texts.sources()) {
            Optional<Runnable> content = output.create(file, model.type());
            if (content.isEmpty()) {
                model.findings()
                        .report(
                                ModelProblem.CLASS_EXISTS,
                                model.source().place(),
                                file.name(),
                                model.source().type().simpleName());
            } else if (output.writesAnywhere()) {
                writes.accept(thread.start(Executors.callable(content.get())));
            } else {
                content.get().run();
            }
        }
        if (!model.findings().blocked()) {
            texts.descriptor().ifPresent(file -> output.resource(file.path(), file.text(), model.type()));
        }
        print(model.type(), model.source(), model.findings());
    }

    private void print(TypeElement type, ModelSource source, Findings findings) {
        printer.print(inSourceOrder(findings, type), options.validation(source.model()));
    }

    /** Findings about the model itself first, then component by component. */
    private static List<Finding> inSourceOrder(Findings findings, TypeElement type) {
        List<? extends Element> members = type.getEnclosedElements();
        return findings.all().stream()
                .sorted(Comparator.comparingInt(
                        finding -> members.indexOf(finding.place().element())))
                .toList();
    }

    private void reportUnresolved(ModelSource source) {
        Findings findings = new Findings();
        for (Unresolved unresolved : source.unresolved()) {
            findings.report(
                    ModelProblem.UNRESOLVED,
                    unresolved.place(),
                    unresolved.name(),
                    source.type().simpleName());
        }
        printer.print(findings.all(), options.validation(source.model()));
    }
}
