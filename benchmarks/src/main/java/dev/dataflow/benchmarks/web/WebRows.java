package dev.dataflow.benchmarks.web;

import dev.dataflow.DataFlow;
import java.util.List;
import java.util.stream.IntStream;

/** Fills the tables. */
final class WebRows {

    static final int WORLDS = 10_000;

    /** Of the kinds that the tests have: plain, with markup, and in another script. */
    private static final List<String> MESSAGES = List.of(
            "A clean test that can fail is worth ten that cannot.",
            "Names are the smallest documentation.",
            "The index that is missing is found on Friday evening.",
            "Two hard problems: naming, caching, and counting from zero.",
            "A log line nobody reads is a comment that runs.",
            "Measure first; the guess was wrong.",
            "<script>alert(\"This should not be displayed in a browser alert box.\");</script>",
            "Whoever needs no transaction has not yet had two users.",
            "Time zones are a social problem.",
            "フレームワークのベンチマーク",
            "Every cache is a promise to be wrong later.",
            "Deleting code is the one feature without bugs.");

    private WebRows() {}

    /** Fills both tables, unless they are full. */
    static void fill(DataFlow dataFlow) {
        WorldNodes worlds = WorldNodes.on(dataFlow);
        FortuneNodes fortunes = FortuneNodes.on(dataFlow);
        if (worlds.count() != WORLDS) {
            worlds.bulkCreate(IntStream.rangeClosed(1, WORLDS)
                    .mapToObj(i -> new World((long) i, 1 + i * 7919 % WORLDS))
                    .toList());
            fortunes.bulkCreate(IntStream.range(0, MESSAGES.size())
                    .mapToObj(i -> new Fortune(i + 1L, MESSAGES.get(i)))
                    .toList());
        }
    }
}
