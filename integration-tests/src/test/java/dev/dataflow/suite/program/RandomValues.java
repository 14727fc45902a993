package dev.dataflow.suite.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values for rows and keys of a random program, from few enough that they often meet.
 *
 * @param random where they come from
 * @param run whose rows are pointed to
 */
record RandomValues(Random random, ProgramRun run) {

    /** The fields of a row without its key. */
    Map<String, @Nullable Object> row(Shape shape) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        shape.unique().forEach(field -> values.put(field, unique(shape, field)));
        shape.forever().forEach(field -> values.put(field, unique(shape, field)));
        values.put(shape.plain(), plain(shape));
        for (Shape.Link link : shape.links()) {
            boolean optional =
                    link.action() == Shape.Action.SET_NULL || link.target().equals(shape.name());
            values.put(link.field(), optional && random.nextBoolean() ? null : key(Shape.named(link.target())));
        }
        return values;
    }

    /** Has references point to live rows, but for one in a hundred: of many rows one that points to none would refuse all. */
    void linkToLive(Shape shape, Map<String, @Nullable Object> values) {
        for (Shape.Link link : shape.links()) {
            List<Object> live = run.world().live(Shape.named(link.target()), row -> true);
            if (live.isEmpty() && link.target().equals(shape.name())) {
                values.put(link.field(), null);
            } else if (!live.isEmpty() && !oneIn(100)) {
                values.put(link.field(), any(live));
            }
        }
    }

    /** A value of a unique field; now and then null where that is allowed. */
    @Nullable
    Object unique(Shape shape, String field) {
        return field.equals("email") || random.nextInt(4) > 0 ? value(shape, field) : null;
    }

    /** A value of a unique field or key that callers assign. */
    Object value(Shape shape, String field) {
        int number = random.nextInt(16);
        return field.equals("place") ? number : field.charAt(0) + String.valueOf(number);
    }

    /** One of the four values of the plain field. */
    Object plain(Shape shape) {
        int number = random.nextInt(4);
        return switch (shape.plain()) {
            case "views", "amount" -> number;
            default -> shape.plain().charAt(0) + String.valueOf(number);
        };
    }

    /** The key of some row, deleted or not; now and then of another tenant's, or of none. */
    Object key(Shape shape) {
        World world = oneIn(6) ? run.world(any(ProgramRun.TENANTS)) : run.world();
        List<Object> deleted = oneIn(8) ? world.keys(shape, Row::deleted) : List.of();
        List<Object> keys =
                deleted.isEmpty() ? new ArrayList<>(world.table(shape).keySet()) : deleted;
        if (keys.isEmpty() || random.nextInt(20) == 0) {
            return shape.assigned() ? "none" : 1_000_000L;
        }
        return keys.get(random.nextInt(keys.size()));
    }

    /** A model. */
    Shape shape() {
        return any(Shape.ALL);
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Whether something happens that happens once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** Values as a caller gives them who leaves null out. */
    static Map<String, Object> given(Map<String, ? extends @Nullable Object> values) {
        Map<String, Object> given = new TreeMap<>();
        values.forEach((field, value) -> {
            if (value != null) {
                given.put(field, Objects.requireNonNull(value));
            }
        });
        return given;
    }
}
