package dev.dataflow.docs;

import dev.dataflow.annotations.Json;
import dev.dataflow.annotations.Model;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The model of the page about values. */
// docs:reader
@Model
public record Reader(
        Long id,
        List<String> genres,
        @Json Map<String, Object> settings,
        @Json List<Loan> loans) {

    public record Loan(String title, BigDecimal fee) {}
}
// docs:end
