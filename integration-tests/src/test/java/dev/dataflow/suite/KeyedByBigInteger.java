package dev.dataflow.suite;

import dev.dataflow.annotations.Model;
import java.math.BigInteger;

/** A key of an awkward type. */
@Model(timestamps = false)
public record KeyedByBigInteger(BigInteger id, String name) {}
