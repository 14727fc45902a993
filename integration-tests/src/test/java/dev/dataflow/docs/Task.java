package dev.dataflow.docs;

import static dev.dataflow.annotations.References.OnDelete.CASCADE;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;

// docs:task
@Model(softDelete = true)
public record Task(
        Long id,

        @References(value = Project.class, inverse = "tasks", onDelete = CASCADE)
        long projectId,

        String title) {}
// docs:end
