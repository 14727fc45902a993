package dev.dataflow.type;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the codec for {@code @Json}, once for each process, when the first value needs it. */
final class JsonCodecs {

    private JsonCodecs() {}

    /**
     * The codec.
     *
     * @throws DataFlowException DF-120 when there is none, or more than one
     */
    static JsonCodec found() {
        return Found.CODECS.size() == 1 ? Found.CODECS.get(0) : refuse(Found.CODECS);
    }

    static List<JsonCodec> find(ClassLoader loader) {
        List<JsonCodec> found = new ArrayList<>();
        ServiceLoader.load(JsonCodec.class, loader).forEach(found::add);
        if (found.isEmpty()) {
            try {
                found.add(new JacksonCodec());
            } catch (NoClassDefFoundError e) {
                return found;
            }
        }
        return found;
    }

    static JsonCodec refuse(List<JsonCodec> found) {
        boolean none = found.isEmpty();
        throw new DataFlowException(new Problem(
                ErrorCode.JSON_CODEC,
                none ? "no codec for @Json is on the class path" : "more than one codec for @Json is on the class path",
                none
                        ? "values of @Json components are mapped by Jackson 3, unless there is a JsonCodec of your own"
                        : found.stream()
                                        .map(codec -> codec.getClass().getName())
                                        .sorted()
                                        .toList()
                                + " are all registered, and which one stores values must not be left to chance",
                none ? "add tools.jackson.core:jackson-databind 3.x" : "leave one of them"));
    }

    /** Looked for when first used. */
    private static final class Found {

        private static final List<JsonCodec> CODECS = find(loader());

        private static ClassLoader loader() {
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            return context == null ? JsonCodec.class.getClassLoader() : context;
        }
    }
}
