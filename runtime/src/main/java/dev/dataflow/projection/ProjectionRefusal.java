package dev.dataflow.projection;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import dev.dataflow.metadata.ModelMetadata;
import java.util.List;

/** The errors of projections. */
final class ProjectionRefusal {

    private ProjectionRefusal() {}

    static InvalidInputException projection(String what, String why, String fix) {
        return new InvalidInputException(new Problem(ErrorCode.PROJECTION_INVALID, what, why, fix), null);
    }

    static InvalidInputException relation(String what, String why, String fix) {
        return new InvalidInputException(new Problem(ErrorCode.RELATION_INVALID, what, why, fix), null);
    }

    static InvalidInputException unknown(
            String name, String where, String kind, ModelMetadata<?, ?, ?, ?> model, List<String> names) {
        return new InvalidInputException(
                new Problem(
                        ErrorCode.NAME_UNKNOWN,
                        "`" + name + "` in " + where + " is no " + kind + " of " + model,
                        names.isEmpty() ? "it has none" : "it has " + String.join(", ", names),
                        NearestName.suggest(name, names)),
                null);
    }

    /** Relations followed from row to row, which must end somewhere. */
    static void checkDepth(int depth) {
        if (depth > Projections.DEPTH) {
            throw relation(
                    "relations are followed more than " + Projections.DEPTH + " levels deep",
                    "each level is a statement, and its rows are held in memory",
                    "follow fewer relations, and read the rest in a second call");
        }
    }
}
