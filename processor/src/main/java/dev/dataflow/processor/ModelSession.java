package dev.dataflow.processor;

import dev.dataflow.processor.problem.RecordMessager;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/** One compile, as the model processor sees it. */
final class ModelSession {

    /** How many models are read before the first is written: enough for their texts to be ready, few enough to keep. */
    private static final int AHEAD = 4;

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
        List<TypeElement> due = rounds.due(round);
        if (due.isEmpty()) {
            return;
        }
        Deque<ReadModel> unwritten = new ArrayDeque<>();
        Map<TypeElement, List<Future<?>>> writes = new LinkedHashMap<>();
        try (TextThread thread = new TextThread()) {
            for (TypeElement model : due) {
                Crash.guard(messager, model, () -> {
                    if (!pipeline.read(model, round.processingOver(), thread, unwritten::add)) {
                        rounds.putOff(model);
                    }
                });
                if (unwritten.size() > AHEAD) {
                    finish(unwritten.remove(), thread, writes);
                }
            }
            unwritten.forEach(model -> finish(model, thread, writes));
            // the compiler reads the files next
            writes.forEach((model, each) ->
                    each.forEach(write -> Crash.guard(messager, model, () -> TextThread.await(write))));
        }
    }

    private void finish(ReadModel model, TextThread thread, Map<TypeElement, List<Future<?>>> writes) {
        Crash.guard(
                messager,
                model.type(),
                () -> pipeline.finish(
                        model, thread, writes.computeIfAbsent(model.type(), type -> new ArrayList<>())::add));
    }
}
