package dev.dataflow.suite;

import static dev.dataflow.suite.ItemTable.ITEM;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;

/** Random conditions of jOOQ over items, of kinds whose shape is known: what they say is by one source, values by another. */
record RandomConditions(Random shape, FilterValues values) {

    Condition condition(int depth) {
        return switch (shape.nextInt(depth == 0 ? 1 : 4)) {
            case 0 -> comparison();
            case 1 -> condition(depth - 1).and(condition(depth - 1));
            case 2 -> condition(depth - 1).or(condition(depth - 1));
            default -> DSL.not(condition(depth - 1));
        };
    }

    private Condition comparison() {
        return switch (shape.nextInt(10)) {
            case 0 -> of(ITEM.NAME, values::text);
            case 1 -> of(ITEM.RANK, values::integer);
            case 2 -> of(ITEM.PRICE, values::decimal);
            case 3 -> of(ITEM.WEIGHT, values::binary);
            case 4 -> of(ITEM.SEEN_AT, values::instant);
            case 5 -> of(ITEM.MADE_ON, values::date);
            case 6 -> of(ITEM.COLOR, () -> values.one(List.of(Color.values())));
            case 7 -> shape.nextBoolean() ? ITEM.ACTIVE.eq(values.random.nextBoolean()) : ITEM.ACTIVE.isNull();
            case 8 -> DSL.lower(ITEM.CODE).eq(ITEM.CODE);
            default -> shape.nextBoolean() ? ITEM.CODE.like(pattern()) : ITEM.NOTE.notLike(pattern());
        };
    }

    /** PostgreSQL refuses one that ends with its escape character. */
    private String pattern() {
        return values.text().replace("\\", "");
    }

    private <T> Condition of(Field<T> field, Supplier<T> value) {
        return switch (shape.nextInt(14)) {
            case 0 -> field.ne(value.get());
            case 1 -> field.gt(value.get());
            case 2 -> field.ge(value.get());
            case 3 -> field.lt(value.get());
            case 4 -> field.le(value.get());
            case 5 -> field.in(list(value));
            case 6 -> field.notIn(list(value));
            case 7 -> field.between(value.get(), value.get());
            case 8 -> field.isNull();
            case 9 -> field.isNotNull();
            case 10 -> field.isDistinctFrom(value.get());
            case 11 -> field.isNotDistinctFrom(value.get());
            case 12 -> twice(field, DSL.val(value.get(), field), value);
            default -> field.eq(value.get());
        };
    }

    /** One parameter in two places, as the condition beside it has two of them. */
    private <T> Condition twice(Field<T> field, Param<T> parameter, Supplier<T> value) {
        T other = value.get();
        return field.gt(parameter).or(field.lt(shape.nextBoolean() ? parameter : DSL.val(other, field)));
    }

    private <T> List<T> list(Supplier<T> value) {
        List<T> result = new ArrayList<>();
        for (int i = shape.nextInt(4); i >= 0; i--) {
            result.add(value.get());
        }
        return result;
    }
}
