package dev.dataflow.docs;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;

// docs:invoice
@Model
public record Invoice(Long id, @References(Project.class) long projectId, long cents) {}
// docs:end
