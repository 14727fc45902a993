package dev.dataflow.query;

import dev.dataflow.metadata.Relation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what decides a filter's SQL, and its values in order. Not thread-safe. */
public final class FilterOutline {

    private final List<Object> shape = new ArrayList<>(4);
    private final List<Operand> operands = new ArrayList<>(2);
    private List<Operand.Values<?>> lists = List.of();
    private boolean plain;

    FilterOutline() {}

    void all(String kind, List<Criterion> terms) {
        shape.add(kind);
        shape.add(terms.size());
        terms.forEach(term -> term.outline(this));
    }

    void of(Object kind, Subject subject, Operand... given) {
        shape.add(kind);
        shape.add(subject.shape());
        if (subject instanceof Subject.OfPath inside) {
            operands.add(new Operand.Path(inside.path()));
        }
        Collections.addAll(operands, given);
    }

    void list(Object kind, Subject subject, Operand.Values<?> values) {
        of(kind, subject, values);
        if (lists.isEmpty()) {
            lists = new ArrayList<>();
        }
        lists.add(values);
    }

    void rows(Criterion.InRows given) {
        shape.add(given.subjects());
        shape.add(given.rows());
        operands.addAll(given.columns());
    }

    void related(Relation relation, Object kind, Criterion of) {
        shape.add(kind);
        shape.add(relation);
        of.outline(this);
    }

    void plain(@Nullable ConditionOutline condition) {
        if (condition == null) {
            plain = true;
        } else {
            shape.add("plain");
            shape.addAll(condition.shape());
            condition.values().forEach(value -> operands.add(value.operand()));
        }
    }

    List<Object> shape() {
        return shape;
    }

    List<Operand> operands() {
        return operands;
    }

    List<Operand.Values<?>> lists() {
        return lists;
    }

    boolean hasPlain() {
        return plain;
    }
}
