package dev.dataflow.suite.form;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import lombok.Builder;
import lombok.Value;

/** Lombok's immutable class, with a builder and a key the caller gives. */
@Value
@Builder(toBuilder = true)
@Model
public class Point {
    String id;

    @Unique
    int x;

    int y;
}
