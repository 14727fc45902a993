package store;

import dev.dataflow.annotations.Model;

@Model
public record Client(Long id, String name) {}
