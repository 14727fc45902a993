package dev.dataflow.migrations.analysis;

import java.util.Locale;

/** What happens to a dependant. */
public enum Effect {
    /** It goes on as it was. */
    FOLLOWS,
    /** It goes on, and its own column keeps the old name. */
    KEEPS_OLD_NAME,
    /** The database makes it anew by itself. */
    REBUILT,
    /** Its text stays as it is, and meets something else when it runs. */
    TEXT_STAYS,
    /** The statement succeeds, and whoever uses the dependant afterwards gets an error. */
    BREAKS,
    /** The statement is refused as long as the dependant is there. */
    REFUSED,
    /** It goes, and nobody is told. */
    GOES,
    /** Its rows are deleted. */
    ROWS_GO,
    /** Columns of its rows become others. */
    ROWS_CHANGE;

    /** Whether somebody has to do something about it before or at the change. */
    public boolean isTrouble() {
        return this == BREAKS || this == REFUSED || this == GOES;
    }

    /** The effect in words. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
