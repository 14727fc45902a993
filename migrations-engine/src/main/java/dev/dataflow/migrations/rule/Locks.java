package dev.dataflow.migrations.rule;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.rule.Lock.Blocks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The heaviest that is claimed of an operation. */
final class Locks {

    private static final Comparator<Claim> WEIGHT =
            Comparator.<Claim, Blocks>comparing(claim -> claim.lock().blocks()).thenComparing(Claim::work);

    private final List<OperationRule> rules;

    /**
     * Weighs operations.
     *
     * @param rules the rules whose claims count
     */
    Locks(List<OperationRule> rules) {
        this.rules = rules;
    }

    Optional<Claim> of(Occurrence occurrence) {
        return occurrence.heaviest(() -> rules.stream()
                .flatMap(rule -> rule.match(occurrence).stream())
                .map(Match::claim)
                .max(WEIGHT));
    }

    /** Whether nobody can read or write the table meanwhile. */
    boolean keepsAllOut(Occurrence occurrence) {
        return of(occurrence)
                        .filter(claim -> claim.lock().blocks() == Blocks.READS_AND_WRITES)
                        .isPresent()
                && !occurrence.isOfNewTable();
    }

    /** Whether nobody can write to the table meanwhile, or, on MySQL and MariaDB, at its beginning and end. */
    boolean keepsWritersOut(Occurrence occurrence) {
        return of(occurrence)
                        .filter(claim -> claim.lock().blocks() != Blocks.NOBODY
                                || occurrence.isOn(EngineFamily.MYSQL)
                                        && !claim.lock().equals(Lock.NONE)
                                        && !claim.lock().equals(Lock.ROWS))
                        .isPresent()
                && !occurrence.isOfNewTable();
    }

    /** Whether it takes the longer the larger the table is. */
    boolean isSlow(Occurrence occurrence) {
        return of(occurrence).filter(claim -> claim.work() != Work.NONE).isPresent();
    }
}
