package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Model;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** All that operators of updates compute with, and some they do not. */
@Model
public record Counter(
        Long id,
        byte tiny,
        short small,
        int whole,
        long large,
        double real,
        @Column(precision = 12, scale = 4) BigDecimal exact,
        @Column(precision = 20) BigInteger digits,
        @Column(length = 8) String code,
        String words,
        float single,
        @Nullable Integer maybe,
        @Nullable String note) {}
