package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.projection.Projection;
import dev.dataflow.projection.Projections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads which fields and relations a node's input asks for. */
final class ProjectionInput {

    private ProjectionInput() {}

    static Projection<Map<String, @Nullable Object>> read(
            ModelMetadata<?, ?, ?, ?> model, Input input, Projections projections) {
        List<String> fields = input.has("fields") ? input.names("fields") : null;
        if (fields != null && fields.isEmpty()) {
            throw Refusal.of(
                    ErrorCode.OPTION_INVALID,
                    "`fields` names no field of " + model,
                    "a record without fields tells nothing",
                    "name one field at least, or leave `fields` out for all");
        }
        return projections.ofMaps(model, fields, input.names("include"));
    }
}
