package dev.dataflow.discovery;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Words for generated code that is left over from an earlier build. */
public final class StaleCode {

    private static final String REBUILD = "rebuild from clean (mvn clean compile, gradle clean classes) with the"
            + " annotation processor; an IDE that compiles into the same folder must run it too";

    private StaleCode() {}

    static Problem of(Collection<String> gone, Collection<String> changed) {
        List<String> all = new ArrayList<>(gone);
        all.addAll(changed);
        List<String> reasons = new ArrayList<>();
        if (!gone.isEmpty()) {
            reasons.add("there is no class " + Names.of(gone) + " any more, as after a rename");
        }
        if (!changed.isEmpty()) {
            reasons.add("the fields of " + Names.of(changed)
                    + ", its own or inherited ones, are others than those the code was generated from, as after a compile"
                    + " without the processor");
        }
        return new Problem(
                ErrorCode.GENERATED_CODE_STALE,
                Names.subject(all, "has generated code of an earlier build", "have generated code of an earlier build"),
                String.join("; ", reasons),
                REBUILD);
    }

    /**
     * The problem of a module class that cannot be used.
     *
     * @param why what the service loader says
     */
    public static Problem ofModule(String why) {
        return new Problem(
                ErrorCode.GENERATED_CODE_STALE, "the list of models belongs to an earlier build", why, REBUILD);
    }
}
