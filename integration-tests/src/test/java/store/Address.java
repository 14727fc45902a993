package store;

import dev.dataflow.annotations.Model;

@Model
public record Address(Long id, String city) {}
