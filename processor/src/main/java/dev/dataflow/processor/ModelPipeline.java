package dev.dataflow.processor;

import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.processor.check.ModelChecks;
import dev.dataflow.processor.derive.ModelDeriver;
import dev.dataflow.processor.emit.DescriptorJson;
import dev.dataflow.processor.emit.Descriptors;
import dev.dataflow.processor.emit.Output;
import dev.dataflow.processor.emit.SourceFile;
import dev.dataflow.processor.model.GeneratedModel;
import dev.dataflow.processor.problem.Finding;
import dev.dataflow.processor.problem.FindingPrinter;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.RecordMessager;
import dev.dataflow.processor.read.ModelReader;
import dev.dataflow.processor.source.ModelSource;
import dev.dataflow.processor.source.Unresolved;
import dev.dataflow.processor.write.ModelWriters;
import java.util.Comparator;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The way of one model: read, work out, check, write. */
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
     * Generates a model's classes, or reports why not.
     *
     * @param type the model
     * @param last whether no other processor can generate what the model still misses
     * @return false when the model misses something that may yet be generated
     */
    boolean run(TypeElement type, boolean last) {
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
            write(type, source, model, findings);
        }
        printer.print(inSourceOrder(findings, type), options.validation(source.model()));
        return true;
    }

    private void write(TypeElement type, ModelSource source, GeneratedModel model, Findings findings) {
        List<SourceFile> files = findings.blocked() ? ModelWriters.skeleton(model) : ModelWriters.classes(model);
        for (SourceFile file : files) {
            if (!output.source(file, type)) {
                findings.report(
                        ModelProblem.CLASS_EXISTS,
                        source.place(),
                        file.name(),
                        source.type().simpleName());
            }
        }
        if (!findings.blocked()) {
            ModelDescriptor descriptor = Descriptors.of(model);
            output.resource(ModelDescriptor.resource(descriptor.name()), DescriptorJson.of(descriptor), type);
        }
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
