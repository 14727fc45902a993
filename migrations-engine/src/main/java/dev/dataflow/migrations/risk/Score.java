package dev.dataflow.migrations.risk;

import dev.dataflow.migrations.rule.Category;
import dev.dataflow.migrations.rule.Level;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * The score of points: of each category the largest counts, the largest of these in full and the others by a quarter, up to
 * 100. A floor is the least that it is.
 */
final class Score {

    private static final int MOST = 100;
    private static final double SHARE_OF_OTHERS = 0.25;

    private Score() {}

    static int of(Collection<Point> points) {
        Map<Category, Integer> largest = new EnumMap<>(Category.class);
        points.forEach(point -> largest.merge(point.category(), point.points(), Math::max));
        int most = largest.values().stream().mapToInt(each -> each).max().orElse(0);
        int all = largest.values().stream().mapToInt(each -> each).sum();
        return (int) Math.min(MOST, Math.round(most + SHARE_OF_OTHERS * (all - most)));
    }

    /** The least score of a level. */
    static int least(Level level) {
        return level.ordinal() * 25;
    }
}
