package dev.dataflow.docs;

import static dev.dataflow.annotations.References.OnDelete.SET_NULL;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import org.jspecify.annotations.Nullable;

// docs:note
@Model
public record Note(
        Long id,

        @Nullable @References(value = Project.class, onDelete = SET_NULL)
        Long projectId,

        String text) {}
// docs:end
