package dev.dataflow.transaction;

import dev.dataflow.error.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was run. It holds no values, but for those a caller wrote into a jOOQ condition with {@code DSL.inline}.
 *
 * @param model the qualified name of the model it was about
 * @param operation what it did, such as {@code insert}
 * @param sql the SQL, with {@code ?} for each value
 * @param duration how long it took, reading its result included
 * @param rows rows read or touched; 0 when it failed
 * @param error how it failed; null when it did not
 */
public record StatementEvent(
        String model,
        String operation,
        String sql,
        Duration duration,
        long rows,
        @Nullable ErrorCode error) {}
