package dev.dataflow.migrations.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of one kind a model's table is to have: what the model wants, by whatever name it is there, and what no model
 * ever made.
 *
 * @param parts all parts
 * @param unmodelled those of them that no model has
 * @param <T> the kind
 */
record PartTarget<T>(List<T> parts, List<T> unmodelled) {

    /**
     * What is known of a kind.
     *
     * @param name its name
     * @param same whether two are the same but for names and comments
     * @param serves whether the second, which nobody made for a model, is as good as the first, which a model wants
     * @param foreign whether it was not made for a model
     * @param stays whether it can stay when the model does not want it
     * @param <T> the kind
     */
    record Kind<T>(
            Function<T, @Nullable String> name,
            BiPredicate<T, T> same,
            BiPredicate<T, T> serves,
            Predicate<T> foreign,
            Predicate<T> stays) {

        /** With no other measure than that parts are the same. */
        Kind(Function<T, @Nullable String> name, BiPredicate<T, T> same, Predicate<T> foreign, Predicate<T> stays) {
            this(name, same, same, foreign, stays);
        }
    }

    /**
     * Works out the parts.
     *
     * @param wanted what the model wants
     * @param there what there is, by the names that columns are to have
     */
    static <T> PartTarget<T> of(Kind<T> kind, List<T> wanted, List<T> there) {
        List<T> left = new ArrayList<>(there);
        List<T> parts = new ArrayList<>();
        List<T> open = new ArrayList<>();
        for (T each : wanted) {
            String name = kind.name.apply(each);
            T found = name == null ? null : take(left, other -> name.equals(kind.name.apply(other)));
            if (found == null) {
                open.add(each);
            } else {
                parts.add(kind.same.test(each, found) ? found : each);
            }
        }
        for (T each : open) {
            T found = take(left, other -> kind.foreign.test(other) && kind.serves.test(each, other));
            parts.add(found == null ? each : found);
        }
        List<T> unmodelled =
                left.stream().filter(kind.foreign).filter(kind.stays).toList();
        parts.addAll(unmodelled);
        return new PartTarget<>(parts, unmodelled);
    }

    private static <T> @Nullable T take(List<T> from, Predicate<T> wanted) {
        for (T each : from) {
            if (wanted.test(each)) {
                from.remove(each);
                return each;
            }
        }
        return null;
    }
}
