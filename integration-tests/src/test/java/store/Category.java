package store;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Model
public record Category(
        UUID id,
        String name,

        @Nullable @References(value = Category.class, inverse = "children")
        UUID parentId) {}
