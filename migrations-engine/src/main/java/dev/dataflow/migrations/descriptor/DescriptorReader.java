package dev.dataflow.migrations.descriptor;

import dev.dataflow.error.SchemaException;
import dev.dataflow.model.ModelDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads descriptors from a class path. Immutable and thread-safe. */
public final class DescriptorReader {

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
            Object tree = JsonTree.read(in);
            // first, because another version may have other properties
            checkVersion(model, place, tree instanceof JsonObject object ? object.look("schemaVersion") : null);
            descriptor = JsonObject.read(tree, DescriptorForm::model);
        } catch (JacksonException e) {
            throw notExpected(model, place, e.getOriginalMessage(), e);
        } catch (DescriptorFormException e) {
            throw notExpected(model, place, e.getMessage(), e);
        }
        DescriptorCheck.check(model, descriptor);
        return descriptor;
    }

    private static SchemaException notExpected(
            String model, String place, @Nullable String why, RuntimeException cause) {
        return DescriptorError.unreadable(model, place, "it is not the JSON expected: " + why, cause);
    }

    private static void checkVersion(String model, String place, @Nullable Object version) {
        if (!Objects.equals(version, ModelDescriptor.SCHEMA_VERSION)) {
            throw DescriptorError.unreadable(
                    model,
                    place,
                    "its schemaVersion is " + (version instanceof Integer ? version : "missing")
                            + " and this version reads " + ModelDescriptor.SCHEMA_VERSION,
                    null);
        }
    }
}
