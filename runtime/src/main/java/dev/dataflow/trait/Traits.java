package dev.dataflow.trait;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.metadata.ModelMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All traits, composed. A trait whose column a model lacks adds nothing to it. */
public final class Traits {

    private final List<Trait> traits = List.of(new Timestamps(), new SoftDelete(), new Versioning(), new Tenancy());

    /** The traits there are. */
    public Traits() {}

    /** Why a statement on the model must not be made; null when it may. */
    public @Nullable DataFlowException refusal(ModelMetadata<?, ?, ?, ?> model, Reach reach, Access access) {
        for (Trait trait : traits) {
            DataFlowException refusal = trait.refusal(model, reach, access);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** Columns written when a row of the model is inserted. */
    public List<Assignment> onInsert(ModelMetadata<?, ?, ?, ?> model) {
        return all(trait -> trait.onInsert(model));
    }

    /** Columns written when a row of the model is updated. */
    public List<Assignment> onUpdate(ModelMetadata<?, ?, ?, ?> model, Reach reach) {
        return all(trait -> trait.onUpdate(model, reach));
    }

    /** Columns written instead of removing a row of the model; none when it is removed. */
    public List<Assignment> onDelete(ModelMetadata<?, ?, ?, ?> model, Reach reach) {
        List<Assignment> marks = all(trait -> trait.onDelete(model));
        if (marks.isEmpty()) {
            return marks;
        }
        List<Assignment> written = new ArrayList<>(onUpdate(model, reach));
        written.addAll(marks);
        return written;
    }

    /** Whether rows of the model are marked where others are removed. */
    public boolean keepsDeleted(ModelMetadata<?, ?, ?, ?> model) {
        for (Trait trait : traits) {
            if (trait.keepsDeleted(model)) {
                return true;
            }
        }
        return false;
    }

    /** Conditions on the rows any statement on the model sees or touches. */
    public List<Predicate> predicates(ModelMetadata<?, ?, ?, ?> model, Reach reach) {
        return all(trait -> trait.predicates(model, reach));
    }

    /** Conditions on the rows that a unique key of the model compares. */
    public List<Predicate> onUnique(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        return all(trait -> trait.onUnique(model, columns));
    }

    /** Columns that each key of the model has besides those its model names. */
    public List<Integer> keyColumns(ModelMetadata<?, ?, ?, ?> model) {
        return all(trait -> trait.keyColumns(model));
    }

    /** What must be equal in a row and in one that a relation leads to. */
    public List<Agreement> onRelation(ModelMetadata<?, ?, ?, ?> model, ModelMetadata<?, ?, ?, ?> target, Reach reach) {
        return all(trait -> trait.onRelation(model, target, reach));
    }

    /** Conditions on the rows of the model that others may point to. */
    public List<Predicate> onReference(ModelMetadata<?, ?, ?, ?> target) {
        return all(trait -> trait.onReference(target));
    }

    private <T> List<T> all(Function<Trait, List<T>> part) {
        List<T> result = new ArrayList<>();
        traits.forEach(trait -> result.addAll(part.apply(trait)));
        return result;
    }
}
