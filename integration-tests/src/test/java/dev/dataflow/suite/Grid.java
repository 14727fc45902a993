package dev.dataflow.suite;

import dev.dataflow.annotations.Json;
import dev.dataflow.annotations.Model;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arrays as JSON, alone and inside of maps and lists. */
@Model
public record Grid(
        Long id,
        @Json Map<String, int[]> rows,
        @Json long[] totals,
        @Json List<double[][]> layers,
        @Json String @Nullable [] labels,
        @Json @Nullable Map<String, byte[]> images) {}
