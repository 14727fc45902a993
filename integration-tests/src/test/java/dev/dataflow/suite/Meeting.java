package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Times with offsets between other columns: unique, indexed, nullable, with a default, and named by a reserved word. */
@Model
@Index(fields = {"until", "room"})
public record Meeting(
        Long id,
        @Unique OffsetDateTime at,
        String room,
        @Nullable @Column("end") OffsetDateTime until,
        @Default("2026-01-31T12:00:00.5+02:00") OffsetDateTime due,
        int seats) {}
