package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import java.util.UUID;

/** A key of a text and a UUID, the columns named otherwise than the components and not side by side. */
@Model(timestamps = false)
public record Translation(
        @Id @Column(length = 35) String locale,
        String text,
        @Id @Column("document") UUID documentId) {}
