package dev.dataflow.benchmarks.trait;

import dev.dataflow.benchmarks.Article;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of each table. */
final class ArticleRows {

    static final int COUNT = 1000;

    private static final int TITLES = 10;

    private ArticleRows() {}

    static List<Article> all() {
        return IntStream.range(0, COUNT)
                .mapToObj(i -> new Article(
                        null,
                        "A-" + i,
                        title(i),
                        null,
                        i,
                        i % 2 == 0,
                        BigDecimal.valueOf(i, 2),
                        Instant.ofEpochSecond(1_800_000_000L + i)))
                .toList();
    }

    /** The key of the row that a call is about. */
    static long id(long call) {
        return 1 + call % COUNT;
    }

    /** The title that a call is about. */
    static String title(long call) {
        return "Title of article " + call % TITLES;
    }
}
