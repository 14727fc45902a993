package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.schema.MaterialisedView;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.Trigger;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Views that mention names, or other views that do; triggers are asked for. None of them stays while what has these names is
 * made anew.
 *
 * @param views the views
 * @param materialisedViews the materialised views
 * @param names the names, and those of the views
 */
public record Mentioning(List<View> views, List<MaterialisedView> materialisedViews, Set<String> names) {

    /**
     * Finds views.
     *
     * @param mentioned the names
     * @param views the views to look at
     * @param materialisedViews the materialised views to look at
     */
    public static Mentioning of(
            Collection<String> mentioned, List<View> views, List<MaterialisedView> materialisedViews) {
        Set<String> names = new TreeSet<>(mentioned);
        List<View> found = new ArrayList<>();
        List<MaterialisedView> materialised = new ArrayList<>();
        for (boolean again = true; again; ) {
            again = false;
            for (View view : views) {
                if (Mentions.any(text(view), names) && names.add(view.name())) {
                    found.add(view);
                    again = true;
                }
            }
            for (MaterialisedView view : materialisedViews) {
                if (Mentions.any(view.definition(), names) && names.add(view.name())) {
                    materialised.add(view);
                    again = true;
                }
            }
        }
        return new Mentioning(found, materialised, names);
    }

    /** A view's query and its triggers. */
    static String text(View view) {
        StringBuilder text = new StringBuilder(view.definition());
        view.triggers().forEach(trigger -> text.append(' ').append(trigger.definition()));
        return text.toString();
    }

    /** The triggers of a table that mention a name, or all when the table has one. */
    public List<Trigger> triggers(Table table) {
        return table.triggers().stream()
                .filter(each -> names.contains(table.name()) || Mentions.any(each.definition(), names))
                .toList();
    }
}
