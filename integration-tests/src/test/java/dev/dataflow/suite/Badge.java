package dev.dataflow.suite;

import dev.dataflow.annotations.Convert;
import dev.dataflow.annotations.Model;
import java.util.UUID;

/** A converted key that the runtime makes. */
@Model
public record Badge(@Convert BadgeId id, String text) {

    /** A UUID. */
    public record BadgeId(UUID value) {}
}
