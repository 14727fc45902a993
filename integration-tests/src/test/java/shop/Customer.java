package shop;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import org.jspecify.annotations.Nullable;

@Model
public record Customer(
        Long id,
        @Unique String email,
        String name,
        @Nullable String note) {}
