package dev.dataflow.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists of one element type. They hold no null: an element is there or not.
 *
 * @param element the type of the elements
 */
record ListForm<E>(ColumnType<E> element) implements Limits<List<E>>, Coercion<List<E>> {

    @Override
    public List<E> store(List<E> value) {
        List<E> result = new ArrayList<>(value.size());
        for (E item : value) {
            result.add(element.store(element.javaType().cast(given(item))));
        }
        return List.copyOf(result);
    }

    @Override
    public List<E> coerce(Object value) {
        if (!(value instanceof Collection<?>) && !(value instanceof Object[])) {
            throw new IllegalValueException(
                    "is of type " + value.getClass().getSimpleName() + " where a list is needed");
        }
        Collection<?> items = value instanceof Object[] array ? Arrays.asList(array) : (Collection<?>) value;
        List<E> result = new ArrayList<>(items.size());
        for (Object item : items) {
            result.add(element.coerce(given(item)));
        }
        return result;
    }

    private static Object given(@Nullable Object item) {
        if (item == null) {
            throw new IllegalValueException("is a list that holds null");
        }
        return item;
    }
}
