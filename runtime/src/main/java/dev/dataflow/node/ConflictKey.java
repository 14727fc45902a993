package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.UniqueKey;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.query.FilterParser;
import dev.dataflow.trait.Tombstones;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns by which a row is found to exist: those of the primary key or of one unique key.
 *
 * @param columns their positions in the model's metadata
 */
record ConflictKey(List<Integer> columns) {

    /** The key named, or the only one that can be meant. */
    static ConflictKey of(ModelMetadata<?, ?, ?, ?> model, List<String> names) {
        List<List<Integer>> keys = keys(model);
        if (names.isEmpty()) {
            // a key the runtime makes is normally left out, so it is meant only when nothing else can be
            List<List<Integer>> meant = model.definition().generation() == KeyGeneration.UUID_V7 && keys.size() > 1
                    ? keys.subList(1, keys.size())
                    : keys;
            if (meant.size() == 1) {
                return new ConflictKey(meant.get(0));
            }
            throw invalid(
                    model,
                    keys.isEmpty()
                            ? model + " has no key by which a row could be found to exist"
                            : "it is not said by which key rows of " + model + " are found to exist",
                    keys);
        }
        List<Integer> columns = names.stream()
                .map(name -> FilterParser.position(model, name, "the conflict key"))
                .toList();
        Set<Integer> wanted = new HashSet<>(columns);
        return keys.stream()
                .filter(key -> wanted.equals(new HashSet<>(key)))
                .findFirst()
                .map(ConflictKey::new)
                .orElseThrow(() ->
                        invalid(model, "`" + String.join(", ", names) + "` is not a unique key of " + model, keys));
    }

    /** Whether it finds rows that are deleted softly, too: they keep the values of some keys. */
    boolean meetsDeleted(NodeContext context, ModelMetadata<?, ?, ?, ?> model) {
        return context.statements().keepsDeleted(model) && !context.statements().forgetsDeleted(model, columns);
    }

    /** A context that reaches the rows this key finds. */
    NodeContext lookingIn(NodeContext context, ModelMetadata<?, ?, ?, ?> model, Tombstones tombstones) {
        return meetsDeleted(context, model) ? context.reaching(tombstones) : context;
    }

    /** The values of these columns; null when one of them is NULL, which equals nothing. */
    @Nullable
    List<Object> valuesOf(@Nullable Object[] row) {
        List<Object> values = new ArrayList<>(columns.size());
        for (int column : columns) {
            if (row[column] == null) {
                return null;
            }
            values.add(row[column]);
        }
        return values;
    }

    /** What tells which of the rows' values of these columns are equal. */
    ValueIdentity identity(NodeContext context, ModelMetadata<?, ?, ?, ?> model, List<BulkRow> rows) {
        ValueIdentity identity = new ValueIdentity(context, model, columns);
        if (identity.isLearning()) {
            identity.learn(rows.stream()
                    .flatMap(row -> Stream.ofNullable(valuesOf(row.values())))
                    .toList());
        }
        return identity;
    }

    /** Whether a violation is of this key. */
    boolean isOf(ModelMetadata<?, ?, ?, ?> model, UniqueViolationException violation) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(model.columns().get(column).name()));
        return names.equals(new HashSet<>(violation.fields()));
    }

    static Object comparable(Object value) {
        if (value instanceof Long || value instanceof String || value instanceof Integer || value instanceof UUID) {
            return value; // most are, and what follows looks through all interfaces of their classes
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros(); // equal whatever the scale
        }
        if (value instanceof OffsetDateTime time) {
            return floored(time.toInstant());
        }
        if (value instanceof Temporal || value instanceof Duration) {
            return floored(value);
        }
        return value instanceof byte[] bytes ? Arrays.hashCode(bytes) + ":" + Arrays.toString(bytes) : value;
    }

    /** In microseconds, as it is stored. */
    private static Object floored(Object value) {
        if (value instanceof Instant time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        }
        if (value instanceof LocalTime time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        }
        if (value instanceof LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        }
        return value instanceof Duration duration ? duration.withNanos(duration.getNano() / 1000 * 1000) : value;
    }

    private static List<List<Integer>> keys(ModelMetadata<?, ?, ?, ?> model) {
        List<List<Integer>> keys = new ArrayList<>();
        if (model.definition().generation() != KeyGeneration.IDENTITY) {
            keys.add(model.key().positions());
        }
        for (UniqueKey unique : model.definition().uniques()) {
            keys.add(unique.columns().stream().map(model::position).toList());
        }
        return keys;
    }

    private static RuntimeException invalid(ModelMetadata<?, ?, ?, ?> model, String what, List<List<Integer>> keys) {
        List<String> names = keys.stream()
                .map(key -> key.stream()
                        .map(position -> model.columns().get(position))
                        .map(Column::column)
                        .toList()
                        .toString())
                .toList();
        return Refusal.of(
                ErrorCode.CONFLICT_KEY_INVALID,
                what,
                names.isEmpty() ? "its ids are made by the database" : "its keys are " + String.join(", ", names),
                names.isEmpty() ? "declare a component @Unique" : "name the columns of one of them in conflictOn");
    }
}
