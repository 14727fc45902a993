package dev.dataflow.processor.check;

import dev.dataflow.processor.model.GeneratedModel;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.source.ModelSource;
import dev.dataflow.processor.source.ModelSource.Form;
import java.util.List;

/** All rules about one model. */
public final class ModelChecks {

    private static final ModelCheck FORM = new FormCheck();

    private static final List<ModelCheck> ALL = List.of(
            FORM,
            new PropertyCheck(),
            new LaterCheck(),
            new KeyCheck(),
            new CompositeKeyCheck(),
            new ManagedCheck(),
            new TypeCheck(),
            new ReservedNameCheck(),
            new MethodNameCheck(),
            new NamingCheck(),
            new ColumnCheck(),
            new CollationCheck(),
            new DefaultCheck(),
            new NameCheck(),
            new IndexCheck(),
            new IndexNameCheck(),
            new RelationCheck(),
            new RenameCheck());

    private ModelChecks() {}

    /** Reports all that is wrong with a model. */
    public static Findings check(ModelSource source, GeneratedModel model) {
        Findings findings = new Findings();
        Subject subject = new Subject(source, model);
        // of what is neither, more would only confuse
        List<ModelCheck> checks = source.form() == Form.OTHER ? List.of(FORM) : ALL;
        checks.forEach(check -> check.check(subject, findings));
        return findings;
    }
}
