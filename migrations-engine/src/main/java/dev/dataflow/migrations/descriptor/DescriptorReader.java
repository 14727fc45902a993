package dev.dataflow.migrations.descriptor;

import dev.dataflow.model.ModelDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads descriptors from a class path. Immutable and thread-safe. */
public final class DescriptorReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // a parser's default is to quote the text it could not read
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final ClassLoader classLoader;

    /**
     * Reads what a class loader finds.
     *
     * @param classLoader the class loader
     */
    public DescriptorReader(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    /**
     * Reads a model's descriptor.
     *
     * @param model the model's qualified name
     * @return the descriptor
     * @throws dev.dataflow.error.SchemaException when it is missing or cannot be understood
     */
    public ModelDescriptor read(String model) {
        return find(model).orElseThrow(() -> DescriptorError.missing(model));
    }

    /**
     * Reads a model's descriptor if there is one.
     *
     * @param model the model's qualified name
     * @return the descriptor
     * @throws dev.dataflow.error.SchemaException when it cannot be understood
     */
    public Optional<ModelDescriptor> find(String model) {
        URL place = classLoader.getResource(ModelDescriptor.resource(model));
        if (place == null) {
            return Optional.empty();
        }
        try (InputStream in = place.openStream()) {
            return Optional.of(parse(model, place.toString(), in));
        } catch (IOException e) {
            throw DescriptorError.unreadable(model, place.toString(), "the file cannot be read", e);
        }
    }

    private static ModelDescriptor parse(String model, String place, InputStream in) {
        ModelDescriptor descriptor;
        try {
            JsonNode tree = JSON.readTree(in);
            // first, because another version may have other properties
            checkVersion(model, place, tree.path("schemaVersion"));
            descriptor = JSON.treeToValue(tree, ModelDescriptor.class);
        } catch (JacksonException e) {
            throw DescriptorError.unreadable(model, place, "it is not the JSON expected: " + e.getOriginalMessage(), e);
        }
        DescriptorCheck.check(model, descriptor);
        return descriptor;
    }

    private static void checkVersion(String model, String place, JsonNode version) {
        if (!version.isInt() || version.intValue() != ModelDescriptor.SCHEMA_VERSION) {
            throw DescriptorError.unreadable(
                    model,
                    place,
                    "its schemaVersion is " + (version.isInt() ? version.intValue() : "missing")
                            + " and this version reads " + ModelDescriptor.SCHEMA_VERSION,
                    null);
        }
    }
}
