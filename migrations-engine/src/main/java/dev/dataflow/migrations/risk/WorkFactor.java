package dev.dataflow.migrations.risk;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.rule.Work;

/**
 * How many times as long as reading all rows a work takes: what was measured of narrow and wide tables with and without indexes, with
 * half as much room on both sides ({@code -Pwork-times} in the benchmarks repeats it).
 *
 * @param least the least
 * @param most the most
 */
record WorkFactor(double least, double most) {

    private static final WorkFactor NONE = new WorkFactor(0, 0);

    /** What a statement does; of a rewrite the rows alone. */
    static WorkFactor of(EngineFamily family, Work work) {
        return switch (work) {
            case NONE -> NONE;
            case SCAN -> new WorkFactor(0.1, 3);
            case INDEX_BUILD -> new WorkFactor(1.5, 20);
            case REWRITE ->
                switch (family) {
                    case POSTGRESQL -> new WorkFactor(2, 12);
                    case MYSQL -> new WorkFactor(1.5, 15);
                    case SQLITE -> new WorkFactor(4, 17);
                };
        };
    }

    /** What each index adds to a rewrite. */
    static WorkFactor ofIndex(EngineFamily family) {
        return switch (family) {
            case POSTGRESQL, SQLITE -> new WorkFactor(1.5, 8);
            case MYSQL -> new WorkFactor(1.5, 18);
        };
    }

    /** Changing each row by UPDATE, as batches do. */
    static WorkFactor ofUpdate(EngineFamily family) {
        return switch (family) {
            case POSTGRESQL -> new WorkFactor(15, 80);
            case MYSQL -> new WorkFactor(4, 20);
            case SQLITE -> new WorkFactor(2, 10);
        };
    }

    /** What each index adds to changing rows. */
    static WorkFactor ofUpdatedIndex(EngineFamily family) {
        return switch (family) {
            case POSTGRESQL, MYSQL -> new WorkFactor(5, 40);
            case SQLITE -> new WorkFactor(1, 6);
        };
    }

    /** This and so many of another. */
    WorkFactor plus(long count, WorkFactor each) {
        return new WorkFactor(least + count * each.least, most + count * each.most);
    }
}
