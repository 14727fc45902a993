package dev.dataflow.benchmarks.trait;

import dev.dataflow.testing.Engine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Compares a model that has a trait with one that has none, by nodes and by hand, in one JVM: all four have a turn after each other,
 * in an order of chance. The figures are medians of the ratios of turns of one round.
 */
public final class TraitCost {

    private static final int CALLS = 20;
    private static final int WARM_UP = 3000;

    private TraitCost() {}

    /** The arguments are an engine, a regular expression of traits, another one of works, and how many rounds there are. */
    public static void main(String[] arguments) {
        Engine engine = Engine.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        int rounds = Integer.parseInt(arguments[3]);
        System.out.println(
                "| trait, work | without | with | by the clock, by hand | processor, by hand | bytes, by hand |");
        System.out.println("|---|---|---|---|---|---|");
        for (Trait trait : Trait.values()) {
            if (trait.name().matches(arguments[1]) && trait.isOn(engine) && trait != trait.plain()) {
                compare(engine, trait, arguments[2], rounds);
            }
        }
        System.exit(0); // servers have threads of their own
    }

    private static void compare(Engine engine, Trait trait, String works, int rounds) {
        try (Subject plain = Subject.open(engine, trait.plain(), false);
                Subject own = Subject.open(engine, trait, false);
                Subject plainByHand = Subject.open(engine, trait.plain(), true);
                Subject ownByHand = Subject.open(engine, trait, true)) {
            List<Calls> all = List.of(plain.calls(), own.calls(), plainByHand.calls(), ownByHand.calls());
            for (TraitWork work : TraitWork.values()) {
                if (work.name().matches(works)) {
                    print(trait, work, measure(work, all, rounds));
                }
            }
        }
    }

    private static List<TurnTimes> measure(TraitWork work, List<Calls> all, int rounds) {
        List<TurnTimes> times = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            times.add(new TurnTimes(rounds));
            order.add(i);
        }
        int warm = work == TraitWork.LIST ? WARM_UP / 3 : WARM_UP;
        all.forEach(calls -> new TurnTimes(1).take(0, warm, work, calls));
        Random random = new Random(1);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (int subject : order) {
                times.get(subject).take(round, CALLS, work, all.get(subject));
            }
        }
        return times;
    }

    private static void print(Trait trait, TraitWork work, List<TurnTimes> times) {
        TurnTimes plain = times.get(0);
        TurnTimes own = times.get(1);
        TurnTimes plainByHand = times.get(2);
        TurnTimes ownByHand = times.get(3);
        System.out.printf(
                Locale.ROOT,
                "| %s, %s | %.1f µs | %.1f µs | %.2f, %.2f | %.2f, %.2f | %.2f, %.2f |%n",
                trait.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                work.name().toLowerCase(Locale.ROOT),
                plain.micros(),
                own.micros(),
                own.clockAgainst(plain),
                ownByHand.clockAgainst(plainByHand),
                own.processorAgainst(plain),
                ownByHand.processorAgainst(plainByHand),
                own.bytesAgainst(plain),
                ownByHand.bytesAgainst(plainByHand));
    }
}
