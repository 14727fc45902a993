package dev.dataflow.migrations.change;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Options that become others, in words. */
final class OptionWords {

    private OptionWords() {}

    /** Those that differ: {@code options: comment=new instead of old, strict=true, without engine=InnoDB}. */
    static String of(SortedMap<String, String> before, SortedMap<String, String> after) {
        SortedMap<String, String> all = new TreeMap<>(before);
        all.putAll(after);
        List<String> words = new ArrayList<>();
        all.forEach((name, value) -> {
            String old = before.get(name);
            if (!after.containsKey(name)) {
                words.add("without " + name + "=" + value);
            } else if (old == null) {
                words.add(name + "=" + value);
            } else if (!old.equals(value)) {
                words.add(name + "=" + value + " instead of " + old);
            }
        });
        return "options: " + String.join(", ", words);
    }
}
