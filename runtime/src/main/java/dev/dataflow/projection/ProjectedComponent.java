package dev.dataflow.projection;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Relation;
import dev.dataflow.projection.RecordType.Component;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record that rows are read into.
 *
 * @param model the model whose rows are read
 * @param type the record
 * @param component the component
 */
record ProjectedComponent(ModelMetadata<?, ?, ?, ?> model, Class<?> type, Component component) {

    private static final Set<Class<?>> LISTS = Set.of(List.class, Collection.class, Iterable.class);

    String name() {
        return component.name();
    }

    /** The position of the column it is named like, managed ones included; -1 when there is none. */
    int position() {
        int position = model.position(name());
        for (int i = model.components(); position < 0 && i < model.columns().size(); i++) {
            if (model.columns().get(i).column().replace("_", "").equalsIgnoreCase(name())) {
                position = i;
            }
        }
        return position;
    }

    /** Whether a column's values can become the component's. */
    boolean isValue(int position) {
        return converted(model.columns().get(position)) != null;
    }

    private @Nullable UnaryOperator<@Nullable Object> converted(Column<?> column) {
        ValueType held = declared(column);
        return held == null || held.holds(component.type().value())
                ? ComponentValue.of(column.type().javaType(), component.type())
                : null;
    }

    private @Nullable ValueType declared(Column<?> column) {
        return RecordType.declared(model.definition().type(), column.name());
    }

    /** How a column's values become the component's. */
    UnaryOperator<@Nullable Object> value(int position) {
        Column<?> column = model.columns().get(position);
        UnaryOperator<@Nullable Object> value = converted(column);
        if (value == null) {
            ValueType held = declared(column);
            throw refused(
                    "field `" + column.name() + "` of " + model + " holds " + column.type(),
                    "declare it as " + (held == null ? column.type().javaType().getSimpleName() : held.toString()));
        }
        if (component.type().raw().isPrimitive() && column.nullable()) {
            String boxed = column.type().javaType().getSimpleName();
            throw refused(
                    "field `" + column.name() + "` of " + model + " may be NULL, which a primitive cannot hold",
                    "declare it as " + boxed + " or Optional<" + boxed + ">");
        }
        return value;
    }

    /** What each row a relation leads to becomes. */
    ValueType row(Relation relation) {
        ValueType type = component.type();
        boolean isList = LISTS.contains(type.raw());
        boolean isOptional = type.raw() == Optional.class;
        String target = relation.target().definition().simpleName();
        if (relation.many() != isList
                || (isList || isOptional) && type.arguments().isEmpty()) {
            throw refused(
                    "relation `" + name() + "` of " + model + " leads to "
                            + (relation.many() ? "any number of rows" : "one row or none"),
                    "declare it as "
                            + (relation.many() ? "List<" + target + ">" : target + " or Optional<" + target + ">")
                            + ", or with a record in the place of " + target);
        }
        return isList || isOptional ? type.argument() : type;
    }

    /** How what a relation leads to becomes the component's value. */
    UnaryOperator<@Nullable Object> related() {
        return component.type().raw() == Optional.class ? Optional::ofNullable : value -> value;
    }

    private RuntimeException refused(String why, String fix) {
        return ProjectionRefusal.projection(
                "component `" + name() + "` of " + type.getName() + " is a " + component.type(), why, fix);
    }
}
