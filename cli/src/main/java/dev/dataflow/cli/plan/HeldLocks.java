package dev.dataflow.cli.plan;

import dev.dataflow.migrations.plan.StepGroup;
import dev.dataflow.migrations.risk.ExpectedTime;
import dev.dataflow.migrations.risk.StepRisk;
import java.util.ArrayList;
import java.util.List;

/** For how long locks are held by steps that commit together: from the step that takes them to the end of the last. */
final class HeldLocks {

    /** Less is not worth a word. */
    private static final long NOTABLE_MILLIS = 1_000;

    private HeldLocks() {}

    static List<String> remarks(JudgedPlan judged) {
        List<String> remarks = new ArrayList<>();
        int first = 0;
        for (StepGroup group : judged.plan().groups()) {
            int end = first + group.steps().size();
            if (group.transactional() && group.steps().size() > 1) {
                ExpectedTime time = judged.assessment().steps().subList(first, end).stream()
                        .map(StepRisk::time)
                        .reduce(ExpectedTime.BRIEF, ExpectedTime::plus);
                if (isNotable(time)) {
                    remarks.add("Steps " + (first + 1) + " to " + end
                            + " commit together: what the first locks is held until the last is done, " + time.words()
                            + ".");
                }
            }
            first = end;
        }
        return remarks;
    }

    /** Small tables take less than a second each, and mostly nothing. */
    private static boolean isNotable(ExpectedTime time) {
        Long least = time.leastMillis();
        Long most = time.mostMillis();
        return least != null && most != null && least > 0 && most >= NOTABLE_MILLIS;
    }
}
