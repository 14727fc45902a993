package dev.dataflow.node;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.statement.Arguments;
import dev.dataflow.statement.Collation;
import dev.dataflow.type.ColumnTypes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Texts by the one of their equals that was learned first. Which are equal only the database knows. Not thread-safe. */
final class TextIdentity {

    /** What keys can hold; a longer text is equal to none of theirs. */
    private static final int LONGEST = 16_383;

    private final NodeContext context;
    private final ModelMetadata<?, ?, ?, ?> model;
    private final Collation collation;
    private final Map<String, String> first = new HashMap<>();

    TextIdentity(NodeContext context, ModelMetadata<?, ?, ?, ?> model, Collation collation) {
        this.context = context;
        this.model = model;
        this.collation = collation;
    }

    /** Learns texts, in one statement; none where all are known. */
    void learn(Collection<String> texts) {
        Set<String> asked = new LinkedHashSet<>(first.values());
        int known = asked.size();
        texts.stream()
                .filter(text -> !first.containsKey(text) && text.codePointCount(0, text.length()) <= LONGEST)
                .forEach(asked::add);
        if (asked.size() == known) {
            return;
        }
        List<String> all = List.copyOf(asked);
        List<Integer> numbers = all.size() == 1 ? List.of(0) : numbers(all);
        for (int i = 0; i < all.size(); i++) {
            // the first is equal to none before it, so its number is where they are counted from
            first.put(all.get(i), all.get(numbers.get(i) - numbers.get(0)));
        }
    }

    /** The first text equal to one that was learned. */
    String of(String text) {
        return first.getOrDefault(text, text);
    }

    private List<Integer> numbers(List<String> texts) {
        Arguments arguments = (row, column, out) -> out.compare(texts, ColumnTypes.TEXT_LIST);
        return context.session()
                .query(
                        context.statements().equalTexts(model, collation),
                        arguments,
                        context.stamp(),
                        row -> row.int32(1));
    }
}
