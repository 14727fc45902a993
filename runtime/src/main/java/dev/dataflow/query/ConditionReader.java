package dev.dataflow.query;

import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.type.ColumnType;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.TableField;
import org.jooq.impl.QOM;

/**
 * Reads conditions of jOOQ part by part, as far as it knows that jOOQ renders their kind alike whatever the values are:
 * comparisons of columns and values, and what combines them. Not thread-safe.
 *
 * @param model the model whose columns they use
 * @param shape gets what decides their SQL, such that no two different conditions give the same
 * @param values gets their parameters
 */
record ConditionReader(ModelMetadata<?, ?, ?, ?> model, List<Object> shape, List<ConditionValue> values) {

    private static final int MOST_VALUES = 64;
    private static final int DEEPEST = 64;

    /** jOOQ's own parts are there; a caller's may implement the same interfaces. */
    private static final String JOOQ = QOM.class.getPackageName();

    /** Whether all of a condition is known; else what was collected is of no use. */
    boolean reads(Condition condition, int depth) {
        if (depth > DEEPEST || !isOfJooq(condition)) {
            return false;
        }
        shape.add(condition.getClass());
        if (condition instanceof QOM.Eq<?>
                || condition instanceof QOM.Ne<?>
                || condition instanceof QOM.Gt<?>
                || condition instanceof QOM.Ge<?>
                || condition instanceof QOM.Lt<?>
                || condition instanceof QOM.Le<?>
                || condition instanceof QOM.IsDistinctFrom<?>
                || condition instanceof QOM.IsNotDistinctFrom<?>) {
            QOM.CompareCondition<?, ?> pair = (QOM.CompareCondition<?, ?>) condition;
            return operand(pair.$arg1()) && operand(pair.$arg2());
        }
        if (condition instanceof QOM.And and) {
            return reads(and.$arg1(), depth + 1) && reads(and.$arg2(), depth + 1);
        }
        if (condition instanceof QOM.Or or) {
            return reads(or.$arg1(), depth + 1) && reads(or.$arg2(), depth + 1);
        }
        if (condition instanceof QOM.Not not) {
            return reads(not.$condition(), depth + 1);
        }
        return special(condition);
    }

    private boolean special(Condition condition) {
        if (condition instanceof QOM.IsNull isNull) {
            return operand(isNull.$field());
        }
        if (condition instanceof QOM.IsNotNull isNotNull) {
            return operand(isNotNull.$field());
        }
        if (condition instanceof QOM.InList<?> in) {
            return operand(in.$field()) && operands(in.$list());
        }
        if (condition instanceof QOM.NotInList<?> notIn) {
            return operand(notIn.$field()) && operands(notIn.$list());
        }
        if (condition instanceof QOM.Between<?> between) {
            return !between.$symmetric()
                    && operand(between.$arg1())
                    && operand(between.$arg2())
                    && operand(between.$arg3());
        }
        if (condition instanceof QOM.Like like) {
            return like.$escape() == null && operand(like.$value()) && operand(like.$pattern());
        }
        return condition instanceof QOM.NotLike notLike
                && notLike.$escape() == null
                && operand(notLike.$value())
                && operand(notLike.$pattern());
    }

    private boolean operands(List<? extends Field<?>> fields) {
        if (fields.size() > MOST_VALUES) {
            return false;
        }
        shape.add(fields.size());
        for (Field<?> field : fields) {
            if (!operand(field)) {
                return false;
            }
        }
        return true;
    }

    private boolean operand(Field<?> field) {
        if (field instanceof TableField<?, ?> column) {
            int position = model.position(column.getName());
            shape.add(position);
            return position >= 0 && model.columns().get(position).field() == column;
        }
        if (field instanceof Param<?> param) {
            return value(param);
        }
        shape.add(field.getClass());
        return field instanceof QOM.Lower lower && isOfJooq(field) && operand(lower.$string())
                || field instanceof QOM.Upper upper && isOfJooq(field) && operand(upper.$string());
    }

    /** A parameter of a column's type; NULL and what is inlined is left to jOOQ, but for booleans. */
    private <T> boolean value(Param<T> param) {
        T value = param.getValue();
        ColumnType<T> type = ColumnType.find(param);
        if (value == null || type == null || param.getParamName() != null || !isOfJooq(param)) {
            return false;
        }
        shape.add(type);
        if (param.isInline()) {
            shape.add(value);
            return value instanceof Boolean;
        }
        int place = place(param);
        shape.add(place);
        if (place == values.size()) {
            values.add(new ConditionValue(param, new Operand.Values<>(type, List.of(value))));
        }
        return place < MOST_VALUES;
    }

    /** A parameter may stand in several places, where others have several parameters. */
    private int place(Param<?> param) {
        int place = 0;
        while (place < values.size() && values.get(place).param() != param) {
            place++;
        }
        return place;
    }

    private static boolean isOfJooq(Object part) {
        return part.getClass().getPackageName().equals(JOOQ);
    }
}
