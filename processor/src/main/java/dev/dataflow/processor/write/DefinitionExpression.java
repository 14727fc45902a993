package dev.dataflow.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.dataflow.model.IndexDescriptor;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.model.OnDelete;
import dev.dataflow.model.ReferenceDescriptor;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The expression for a model's constant facts. */
final class DefinitionExpression {

    private static final TypeName COLUMNS =
            ParameterizedTypeName.get(RuntimeTypes.COLUMN, WildcardTypeName.subtypeOf(Object.class));

    private final GeneratedModel model;
    private final Set<String> fields;

    DefinitionExpression(GeneratedModel model, Set<String> fields) {
        this.model = model;
        this.fields = fields;
    }

    CodeBlock definition() {
        return CodeBlock.builder()
                .add("new $T(\n$>$>", ParameterizedTypeName.get(RuntimeTypes.MODEL_DEFINITION, model.typeName()))
                .add("$T.class,\n", model.type())
                .add("$L,\n", Literals.of(model.type().canonicalName()))
                .add("$L,\n", Literals.of(model.names().prefix()))
                .add("$L,\n", table())
                .add("$T.of($L),\n", List.class, CodeBlock.join(positions(), ", "))
                .add("$T.$L,\n", KeyGeneration.class, model.generation())
                .add(list(COLUMNS, model.columns().stream().map(this::column).toList()))
                .add(",\n")
                .add(list(
                        RuntimeTypes.UNIQUE_KEY,
                        model.uniques().stream().map(this::unique).toList()))
                .add(",\n")
                .add(list(
                        RuntimeTypes.REFERENCE,
                        model.references().stream().map(this::reference).toList()))
                .add(")$<$<")
                .add(model.validating() ? ".validating()" : "")
                .build();
    }

    private List<CodeBlock> positions() {
        return model.key().stream()
                .map(position -> CodeBlock.of("$L", position))
                .toList();
    }

    CodeBlock table() {
        return CodeBlock.of("$T.$L", model.names().table(), model.tableConstant());
    }

    private CodeBlock column(GeneratedColumn column) {
        ManagedColumn managed = column.managed();
        if (managed != null && !column.component()) {
            return CodeBlock.of(
                    "$T.<$T>managed($T.$L, $L.$L)",
                    RuntimeTypes.COLUMN,
                    column.boxed(),
                    ManagedColumn.class,
                    managed,
                    table(),
                    column.constant());
        }
        CodeBlock.Builder expression = CodeBlock.builder()
                .add(
                        "$T.<$T>$L($L, $L.$L)",
                        RuntimeTypes.COLUMN,
                        column.boxed(),
                        column.nullable() ? "nullable" : "required",
                        Literals.of(column.name()),
                        table(),
                        column.constant());
        LogicalType logical = column.logical();
        String literal = column.defaultValue();
        if (logical != null && literal != null) {
            expression.add(".withDefault($L)", DefaultExpression.of(column, logical, literal, fields));
        }
        if (managed != null) {
            expression.add(".surfacing($T.$L)", ManagedColumn.class, managed);
        }
        return expression.build();
    }

    private CodeBlock unique(IndexDescriptor unique) {
        return CodeBlock.of(
                "$T.of($L, $L)$L",
                RuntimeTypes.UNIQUE_KEY,
                Literals.of(unique.name()),
                unique.columns().stream().map(Literals::of).collect(Collectors.joining(", ")),
                unique.includesDeleted() ? ".includingDeleted()" : "");
    }

    private CodeBlock reference(ReferenceDescriptor reference) {
        CodeBlock.Builder expression = CodeBlock.builder()
                .add(
                        "new $T($L, $L, $L).relation($L)",
                        RuntimeTypes.REFERENCE,
                        Literals.of(reference.constraint()),
                        Literals.of(reference.column()),
                        Literals.of(reference.target()),
                        RelationNames.of(reference.relation()));
        String inverse = reference.inverse();
        if (inverse != null) {
            expression.add(".inverse($L)", RelationNames.of(inverse));
        }
        if (reference.onDelete() != OnDelete.RESTRICT) {
            expression.add(".onDelete($T.$L)", OnDelete.class, reference.onDelete());
        }
        return expression.build();
    }

    /** With the type said: javac takes far longer to work out what so many elements have in common. */
    private static CodeBlock list(TypeName type, List<CodeBlock> elements) {
        return elements.isEmpty()
                ? CodeBlock.of("$T.of()", List.class)
                : CodeBlock.of("$T.<$T>of(\n$>$>$L$<$<)", List.class, type, CodeBlock.join(elements, ",\n"));
    }
}
