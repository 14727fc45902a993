package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types that databases hold in another form: not null, nullable, unique, indexed and with defaults. */
@Model
@Index(fields = {"elapsed", "count"})
public record Measurement(
        UUID id,
        @Unique @Column(precision = 20) BigInteger serial,
        BigInteger count,
        Duration elapsed,
        @Default("-12345678901234567890") BigInteger total,
        @Default("-PT0.000001S") Duration delay,
        @Default("0") BigDecimal share,
        @Nullable BigInteger maybeCount,
        @Nullable Duration maybeElapsed) {}
