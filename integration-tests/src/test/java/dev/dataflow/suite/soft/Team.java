package dev.dataflow.suite.soft;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import org.jspecify.annotations.Nullable;

/** Removed when deleted, though its players are not; teams go with the team above them, players that lead are let go. */
@Model(table = "soft_teams")
public record Team(
        Long id,
        String name,

        @Nullable @References(value = Team.class, inverse = "parts", onDelete = References.OnDelete.CASCADE)
        Long parentId,

        @Nullable @References(value = Player.class, inverse = "led", onDelete = References.OnDelete.SET_NULL)
        Long leaderId) {}
