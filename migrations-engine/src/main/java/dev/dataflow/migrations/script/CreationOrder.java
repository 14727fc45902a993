package dev.dataflow.migrations.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts objects behind those that they mention. A mention is a word, so a column of an object's name counts too: that costs
 * nothing but another order. Where mentions form a circle the given order stays.
 */
final class CreationOrder {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    private final Map<String, List<Creation>> byName = new HashMap<>();
    private final List<String> oddNames = new ArrayList<>();
    private final Set<Creation> begun = new HashSet<>();
    private final List<String> statements = new ArrayList<>();

    private CreationOrder(List<Creation> creations) {
        for (Creation each : creations) {
            if (byName.computeIfAbsent(each.name(), name -> new ArrayList<>()).isEmpty()
                    && !WORD.matcher(each.name()).matches()) {
                oddNames.add(each.name());
            }
            byName.get(each.name()).add(each);
        }
    }

    /** The statements in an order that can run. */
    static List<String> of(List<Creation> creations) {
        CreationOrder order = new CreationOrder(creations);
        creations.forEach(order::add);
        return order.statements;
    }

    private void add(Creation creation) {
        if (!begun.add(creation)) {
            return;
        }
        for (String name : names(creation)) {
            byName.get(name).forEach(this::add);
        }
        statements.add(creation.statement());
    }

    private Set<String> names(Creation creation) {
        Set<String> names = new TreeSet<>();
        for (String text : creation.mentions()) {
            Matcher words = WORD.matcher(text);
            while (words.find()) {
                if (byName.containsKey(words.group())) {
                    names.add(words.group());
                }
            }
            oddNames.stream().filter(text::contains).forEach(names::add);
        }
        return names;
    }
}
