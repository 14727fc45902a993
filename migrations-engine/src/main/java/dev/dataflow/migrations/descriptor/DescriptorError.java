package dev.dataflow.migrations.descriptor;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.model.ModelDescriptor;
import org.jspecify.annotations.Nullable;

/** Words for descriptors that are missing or cannot be understood. */
final class DescriptorError {

    private static final String REBUILD =
            "rebuild the module that holds the model with the dataflow-processor of the same version as"
                    + " dataflow-migrations";

    private DescriptorError() {}

    static SchemaException missing(String model) {
        return of(
                "the model " + model + " has no descriptor",
                "nothing on the class path is named " + ModelDescriptor.resource(model),
                "compile the model with the dataflow-processor, which writes that file, and keep META-INF/dataflow"
                        + " when jars are merged",
                null);
    }

    static SchemaException unreadable(String model, String place, String why, @Nullable Throwable cause) {
        return of("the descriptor of " + model + " cannot be understood", why + ", in " + place, REBUILD, cause);
    }

    static SchemaException invalid(String model, String why) {
        return of("the descriptor of " + model + " contradicts itself", why, REBUILD, null);
    }

    static SchemaException unknownTarget(String model, String column, String target) {
        return of(
                "the model " + model + " references " + target + ", which has no descriptor",
                "the column `" + column + "` is a foreign key to it, and nothing on the class path is named "
                        + ModelDescriptor.resource(target),
                "put the module that holds " + target + " on the class path, compiled with the dataflow-processor",
                null);
    }

    private static SchemaException of(String what, String why, String fix, @Nullable Throwable cause) {
        return new SchemaException(new Problem(ErrorCode.DESCRIPTOR_INVALID, what, why, fix), cause);
    }
}
