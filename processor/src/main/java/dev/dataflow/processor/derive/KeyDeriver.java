package dev.dataflow.processor.derive;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.References;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.LogicalType;
import dev.dataflow.processor.source.ComponentSource;
import dev.dataflow.processor.source.ModelSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the key and says where it comes from. */
public final class KeyDeriver {

    private static final String DEFAULT_NAME = "id";

    private KeyDeriver() {}

    /** The components that are the key: those with {@code @Id}, else the one named {@code id}. */
    public static List<ComponentSource> key(ModelSource source) {
        List<ComponentSource> marked = source.components().stream()
                .filter(component -> component.has(Id.class))
                .toList();
        return marked.isEmpty() ? source.component(DEFAULT_NAME).stream().toList() : marked;
    }

    /** Where a key comes from, as written or by its type; a composite one always from the caller. */
    public static KeyGeneration generation(List<ComponentSource> key) {
        if (key.size() > 1) {
            return KeyGeneration.ASSIGNED;
        }
        return key.isEmpty() ? KeyGeneration.IDENTITY : generation(key.get(0));
    }

    private static KeyGeneration generation(ComponentSource key) {
        return key.find(Id.class)
                .flatMap(id -> id.text("generation"))
                .filter(written -> !written.equals(Id.Generation.AUTO.name()))
                .map(KeyGeneration::valueOf)
                .orElseGet(() -> byType(key));
    }

    private static KeyGeneration byType(ComponentSource key) {
        if (key.has(References.class)) {
            // the key of another row, so it cannot be new
            return KeyGeneration.ASSIGNED;
        }
        LogicalType type = key.type().logical();
        if (isCounter(type)) {
            return KeyGeneration.IDENTITY;
        }
        return type == LogicalType.UUID ? KeyGeneration.UUID_V7 : KeyGeneration.ASSIGNED;
    }

    /** Whether a database can count a key of a type up. */
    public static boolean isCounter(@Nullable LogicalType type) {
        return type == LogicalType.INT64 || type == LogicalType.INT32;
    }
}
