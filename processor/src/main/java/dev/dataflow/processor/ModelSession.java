package dev.dataflow.processor;

import dev.dataflow.processor.problem.RecordMessager;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/** One compile, as the model processor sees it. */
final class ModelSession {

    private final Messager messager;
    private final ModelRounds rounds;
    private final ModelPipeline pipeline;

    ModelSession(ProcessingEnvironment environment) {
        this.messager = RecordMessager.of(environment);
        this.rounds = new ModelRounds(environment.getElementUtils());
        this.pipeline = new ModelPipeline(environment);
        new ProcessorOptions(environment.getOptions()).check(messager);
    }

    void process(RoundEnvironment round) {
        for (TypeElement model : rounds.due(round)) {
            Crash.guard(messager, model, () -> {
                if (!pipeline.run(model, round.processingOver())) {
                    rounds.putOff(model);
                }
            });
        }
    }
}
