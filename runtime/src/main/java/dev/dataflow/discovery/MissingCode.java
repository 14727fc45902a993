package dev.dataflow.discovery;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Words for models without generated code. */
public final class MissingCode {

    private static final String NOT_RUN = "the annotation processor did not run where it was compiled: either it is not"
            + " on the annotation processor path, or javac 23 or newer was not told to run it";

    private MissingCode() {}

    /**
     * The problem of annotated classes.
     *
     * @param models their qualified names
     */
    public static Problem of(Collection<String> models) {
        return of(models, List.of());
    }

    /**
     * The problem of classes that were named.
     *
     * @param models those that are annotated
     * @param others those that are not
     */
    static Problem of(Collection<String> models, Collection<String> others) {
        List<String> all = new ArrayList<>(models);
        all.addAll(others);
        List<String> reasons = new ArrayList<>();
        if (!others.isEmpty()) {
            reasons.add(Names.of(others) + (others.size() == 1 ? " is" : " are") + " not annotated @Model");
        }
        if (!models.isEmpty()) {
            reasons.add((others.isEmpty() ? "" : "for " + Names.of(models) + " ")
                    + (models.size() == 1 ? NOT_RUN : NOT_RUN.replace("it was compiled", "they were compiled")));
        }
        return new Problem(
                ErrorCode.MODEL_NOT_GENERATED,
                Names.subject(all, "has no generated code", "have no generated code"),
                String.join("; ", reasons),
                models.isEmpty()
                        ? "annotate it with dev.dataflow.annotations.Model, or take it out of models(…)"
                        : BuildSnippets.addProcessor());
    }
}
