package dev.dataflow.migrations.plan;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.IndexChange;
import dev.dataflow.migrations.change.MaterialisedViewChange;
import dev.dataflow.migrations.change.PrimaryKeyChange;
import dev.dataflow.migrations.change.UniqueKeyChange;
import dev.dataflow.migrations.change.ViewChange;
import dev.dataflow.migrations.schema.Index;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether what goes and what comes under its name have the same columns or parts, so that what is said of one can be said of the other. */
final class SameParts {

    /** PostgreSQL writes casts where a type needs one, so they come and go with types. */
    private static final Pattern CASTS = Pattern.compile(
            "::(character varying|double precision|bit varying|(timestamp|time)(\\(\\d\\))? with(out)? time zone|[\\w.]+)"
                    + "(\\(\\d+(,\\d+)?\\))?(\\[\\])?|[()\\s]+");

    private SameParts() {}

    static boolean have(Change drop, Change create) {
        if (drop.inverse().equals(Optional.of(create))) {
            return true;
        }
        if (drop instanceof ViewChange.Drop from && create instanceof ViewChange.Create to) {
            return isSame(from.view().definition(), to.view().definition());
        }
        if (drop instanceof MaterialisedViewChange.Drop from && create instanceof MaterialisedViewChange.Create to) {
            return isSame(from.view().definition(), to.view().definition())
                    && areSame(from.view().indexes(), to.view().indexes());
        }
        return drop instanceof IndexChange.Drop from && create instanceof IndexChange.Create to
                ? isSame(from.index(), to.index())
                : drop instanceof PrimaryKeyChange || drop instanceof UniqueKeyChange;
    }

    private static boolean areSame(List<Index> from, List<Index> to) {
        if (from.size() != to.size()) {
            return false;
        }
        for (int i = 0; i < from.size(); i++) {
            if (!from.get(i).name().equals(to.get(i).name()) || !isSame(from.get(i), to.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Index from, Index to) {
        return from.method().equals(to.method())
                && (from.where() == null) == (to.where() == null)
                && expressions(from).equals(expressions(to));
    }

    private static List<Boolean> expressions(Index index) {
        return index.parts().stream().map(part -> part.column() == null).toList();
    }

    private static boolean isSame(String from, String to) {
        return bare(from).equals(bare(to));
    }

    private static String bare(String text) {
        return CASTS.matcher(text).replaceAll(" ").strip().replaceAll(" +", " ").replaceAll(" ?([,;]) ?", "$1");
    }
}
