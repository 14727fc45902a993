package store;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;

@Model
@SuppressWarnings("VAL-003")
public record Product(@Id String code, String title) {}
