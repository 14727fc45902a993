package dev.dataflow.metadata;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;
import java.util.stream.Collectors;

/** The errors of keys that are not there, or not whole: DF-105. */
public final class MissingKey {

    private MissingKey() {}

    /** No key at all. */
    public static InvalidInputException whole(ModelMetadata<?, ?, ?, ?> model) {
        return refusal(
                "the id of a " + model + " is missing",
                "null was given",
                "give the key of a row; a row that was not created yet has none");
    }

    /** A key of several columns that lacks one. */
    public static InvalidInputException part(ModelMetadata<?, ?, ?, ?> model, Column<?> lacking) {
        return refusal(
                "the key of a " + model + " lacks `" + lacking.name() + "`",
                "a row is found by all parts of its key, "
                        + model.key().columns().stream().map(Column::column).collect(Collectors.joining(", ")),
                "give every part a value");
    }

    private static InvalidInputException refusal(String what, String why, String fix) {
        return new InvalidInputException(new Problem(ErrorCode.ID_MISSING, what, why, fix), null);
    }
}
