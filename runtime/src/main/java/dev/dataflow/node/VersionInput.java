package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.query.FilterParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a map says of versions. A node of a model without versions has none of these keys.
 *
 * @param model the model
 */
record VersionInput<K>(ModelMetadata<?, K, ?, ?> model) {

    static final String VERSION = "version";
    static final String ANY_VERSION = "any_version";
    static final String ON_CONFLICT = "on_conflict";
    static final String BASE = "base";

    private static final Map<String, ConflictPolicy> POLICIES = new TreeMap<>(Map.of(
            "fail", ConflictPolicy.fail(),
            "last_writer_wins", ConflictPolicy.lastWriterWins(),
            "merge", ConflictPolicy.merge()));

    /** What nodes give out beside a row's fields. */
    private static final Set<String> BESIDE = Set.of("found", "updated");

    /** These keys, and those that name a version. */
    String[] keys(String... others) {
        return and(List.of(others), VERSION, ANY_VERSION, ON_CONFLICT);
    }

    String[] keysOfUpdate(String... others) {
        return and(List.of(others), VERSION, ANY_VERSION, ON_CONFLICT, BASE);
    }

    String[] keysOfUpsert(String... others) {
        return and(List.of(others), VERSION, ON_CONFLICT);
    }

    String[] keysOfRows(String... others) {
        return and(List.of(others), ANY_VERSION, ON_CONFLICT);
    }

    /** Whether something is said of versions. */
    boolean isSaid(Input input) {
        return Stream.of(VERSION, ANY_VERSION, ON_CONFLICT, BASE).anyMatch(input::has);
    }

    private String[] and(List<String> others, String... ours) {
        List<String> keys = new ArrayList<>(others);
        if (ExpectedVersion.isOf(model)) {
            keys.addAll(List.of(ours));
        }
        return keys.toArray(String[]::new);
    }

    /** Hands on what is said. */
    <O extends VersionOptions<O>> O read(Input input, O options) {
        if (input.has(VERSION) && input.flag(ANY_VERSION, false)) {
            throw VersionRule.unfit("`version` names one version, and `any_version` all");
        }
        if (input.has(VERSION)) {
            options.expectedVersion(input.number(VERSION, 0));
        }
        if (input.flag(ANY_VERSION, false)) {
            options.anyVersion();
        }
        ConflictPolicy policy = policy(input);
        return policy == null ? options : options.onConflict(policy);
    }

    /** What is to be done about conflicts; null when nothing is said. A function to repeat is nothing a map can hold. */
    static @Nullable ConflictPolicy policy(Input input) {
        return input.has(ON_CONFLICT)
                ? POLICIES.get(input.word(ON_CONFLICT, "", List.copyOf(POLICIES.keySet())))
                : null;
    }

    /** Takes the version out of a row of a bulk call; null where none is looked at. */
    @Nullable
    Long take(Map<String, Object> row, RowVersions versions, String where) {
        if (!ExpectedVersion.isOf(model)) {
            return null;
        }
        Object given = row.remove(VERSION);
        if (versions == RowVersions.ANY) {
            return null;
        }
        if (given == null) {
            throw ExpectedVersion.missing(model);
        }
        return ExpectedVersion.of(new Input(where, Map.of(VERSION, given), VERSION).number(VERSION, 0))
                .version();
    }

    VersionRule ofUpdate(Input input, @Nullable Object @Nullable [] base) {
        UpdateOptions options = read(input, new UpdateOptions());
        if (base == null) {
            return VersionRule.ofKey(model, options);
        }
        if (options.expected() != null) {
            throw VersionRule.unfit("`base` holds the version that was read; leave `version` and `any_version` out");
        }
        Object version = base[model.managed(ManagedColumn.VERSION)];
        if (version == null) {
            throw ExpectedVersion.missing(model);
        }
        return VersionRule.base(ExpectedVersion.of((Long) version), options.policy());
    }

    /**
     * The row as it was read before; null when there is none.
     *
     * @param key the key of the row that is changed
     * @param changed the fields that are changed
     */
    @Nullable
    Object @Nullable [] base(Input input, K key, Set<String> changed) {
        if (!input.has(BASE)) {
            return null;
        }
        @Nullable Object[] row = new Object[model.columns().size()];
        Map<String, ?> given = input.map(BASE);
        given.forEach((name, value) -> {
            if (!BESIDE.contains(name)) {
                int position = FilterParser.position(model, name, "`base`");
                row[position] = value == null
                        ? null
                        : Fields.coerce(model, model.columns().get(position), value);
            }
        });
        checkComplete(given, changed);
        checkSame(row, key);
        return row;
    }

    private void checkSame(@Nullable Object[] row, K key) {
        for (int position : model.key().positions()) {
            Object part = row[position];
            if (part != null
                    && !ConflictKey.comparable(part)
                            .equals(ConflictKey.comparable(
                                    Objects.requireNonNull(model.key().part(key, position))))) {
                throw Refusal.of(
                        ErrorCode.OPTION_INVALID,
                        "`base` is another row of " + model + " than `filter` finds",
                        "a change is joined with the row it was made for",
                        "give the row as it was read");
            }
        }
    }

    private void checkComplete(Map<String, ?> given, Set<String> changed) {
        for (String name : changed) {
            int position = FilterParser.position(model, name, "`fields`");
            String column = model.columns().get(position).column();
            if (!given.containsKey(column)
                    && !given.containsKey(model.columns().get(position).name())) {
                throw Refusal.of(
                        ErrorCode.PARAMETER_MISSING,
                        "`base` lacks `" + column + "`, which is changed",
                        "what a field was when it was read tells whether somebody else has changed it since",
                        "give the row as it was read, with all fields");
            }
        }
    }
}
