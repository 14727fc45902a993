package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.wording.ShellWord;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something is gone, and something like it is new: only people know whether it is the same.
 *
 * @param hint what is gone, as the hint that says that it is gone for good
 * @param candidates what it may be now, most alike first
 */
public record RenameQuestion(RenameHints.DropHint hint, List<RenameCandidate> candidates) {

    /** Copies the list. */
    public RenameQuestion {
        candidates = List.copyOf(candidates);
    }

    /** The question with the flags that answer it. */
    public String text() {
        return candidates.stream()
                        .map(candidate -> "is " + hint + " → " + candidate.to() + " a rename? (" + candidate.score()
                                + "/100: " + String.join(", ", candidate.reasons()) + ") → --rename "
                                + ShellWord.of(RenameFlags.rename(hint, candidate)))
                        .collect(Collectors.joining("\n    "))
                + "\n    none of them → --drop " + ShellWord.of(RenameFlags.drop(hint));
    }
}
