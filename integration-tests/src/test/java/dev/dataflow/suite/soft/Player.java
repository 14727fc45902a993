package dev.dataflow.suite.soft;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import org.jspecify.annotations.Nullable;

/** Goes with its team; in a circle with it. */
@Model(table = "soft_players", softDelete = true)
public record Player(
        Long id,

        String name,

        @Nullable @References(value = Team.class, inverse = "players", onDelete = References.OnDelete.CASCADE)
        Long teamId) {}
