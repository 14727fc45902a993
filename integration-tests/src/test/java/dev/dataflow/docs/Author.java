package dev.dataflow.docs;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;

// docs:author
@Model
public record Author(Long id, String name, @Unique String email) {}
// docs:end
