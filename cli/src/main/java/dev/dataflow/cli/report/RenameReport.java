package dev.dataflow.cli.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a table of which a plan changes the name can have both names for a while.
 *
 * @param from its name
 * @param to its new name
 * @param stages what to do, in this order; programs change from one name to the other before the first of the phase contract
 * @param byHand what people have to change before that, because it is not certain what is meant
 * @param notes what the old name cannot do any more in between, and what else is to be done
 */
public record RenameReport(String from, String to, List<Stage> stages, List<String> byHand, List<String> notes) {

    /**
     * One step.
     *
     * @param phase the phase
     * @param text what it does
     * @param statements its SQL
     * @param undo the SQL that takes it back
     */
    public record Stage(String phase, String text, List<String> statements, List<String> undo) {

        /** Copies the lists. */
        public Stage {
            statements = List.copyOf(statements);
            undo = List.copyOf(undo);
        }
    }

    /** Copies the lists. */
    public RenameReport {
        stages = List.copyOf(stages);
        byHand = List.copyOf(byHand);
        notes = List.copyOf(notes);
    }

    /** What it is about. */
    public String title() {
        return "How " + from + " can be " + to + " and keep its old name for a while";
    }

    /** What is to be said besides its stages. */
    public List<String> remarks() {
        String between = "between expand and contract programs change from " + from + " to " + to
                + "; both take the place of this plan's step";
        return Stream.of(
                        byHand.stream().map(each -> "by hand, before contract: " + each),
                        stages.isEmpty() ? Stream.<String>empty() : Stream.of(between),
                        notes.stream())
                .flatMap(each -> each)
                .toList();
    }
}
