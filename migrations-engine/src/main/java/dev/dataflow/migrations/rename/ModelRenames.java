package dev.dataflow.migrations.rename;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.diff.RenameHints;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.model.ModelDescriptor;
import java.util.List;
import java.util.function.Predicate;

/**
 * The hints that models give by {@code @RenamedFrom}, together with those that people give. What people say of a name counts
 * more: then the models' former names are not looked at for it.
 *
 * @param hints the hints, for {@link dev.dataflow.migrations.diff.SchemaDiff}
 * @param notes former names of which nothing is there: changed before, or misspelt
 */
public record ModelRenames(RenameHints hints, List<String> notes) {

    /** Copies the list. */
    public ModelRenames {
        notes = List.copyOf(notes);
    }

    /**
     * The hints for the connection's schema, of models that name none.
     *
     * @param models the models
     * @param present the schema there is
     * @param given what people say, {@link RenameHints#NONE} for nothing
     * @throws SchemaException when the schema shows that former names contradict each other, or what is there
     */
    public static ModelRenames of(Models models, Schema present, RenameHints given) {
        return of(models, model -> model.schema() == null, present, given);
    }

    /**
     * The hints for a schema.
     *
     * @param models the models
     * @param here whether a model is in the schema
     * @param present the schema there is
     * @param given what people say of this schema, {@link RenameHints#NONE} for nothing
     * @throws SchemaException when the schema shows that former names contradict each other, or what is there
     */
    public static ModelRenames of(Models models, Predicate<ModelDescriptor> here, Schema present, RenameHints given) {
        List<ModelDescriptor> wanted =
                models.registered().values().stream().filter(here).toList();
        FormerNames names = new FormerNames(present, given, wanted);
        wanted.forEach(names::add);
        if (!names.wrong().isEmpty()) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.FORMER_NAME_CONTRADICTION,
                            "former names of models do not fit the database:\n    "
                                    + String.join("\n    ", names.wrong()),
                            "one thing that is there becomes one that is not there yet; anything else could take values"
                                    + " away",
                            "answer with the flag named or the hint of the same name, or remove the former name from"
                                    + " @RenamedFrom"),
                    null);
        }
        return new ModelRenames(names.hints(), names.notes());
    }
}
