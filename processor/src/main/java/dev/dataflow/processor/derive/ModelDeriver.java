package dev.dataflow.processor.derive;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.dataflow.model.IndexDescriptor;
import dev.dataflow.model.NodeKind;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import dev.dataflow.processor.model.GeneratedNames;
import dev.dataflow.processor.name.SnakeCase;
import dev.dataflow.processor.name.TableName;
import dev.dataflow.processor.name.UniqueNames;
import dev.dataflow.processor.source.ComponentSource;
import dev.dataflow.processor.source.ModelSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Works out a model. */
public final class ModelDeriver {

    private ModelDeriver() {}

    /** The model to be generated. */
    public static GeneratedModel derive(ModelSource source) {
        GeneratedNames names = new GeneratedNames(
                source.type().packageName(), String.join("_", source.type().simpleNames()));
        String table = source.model().name("table").orElseGet(() -> TableName.of(names.prefix()));
        Set<String> unqualified = unqualified(source);
        String tableConstant = new UniqueNames(unqualified).claim(SnakeCase.constant(names.prefix()));
        Set<String> taken = new HashSet<>(unqualified);
        taken.add(tableConstant);
        List<ComponentSource> key = KeyDeriver.key(source);
        List<GeneratedColumn> columns = new ColumnDeriver(source, key, taken).columns();
        IndexDeriver indexes = new IndexDeriver(source, table, columns);
        List<IndexDescriptor> uniques = indexes.uniques();
        return new GeneratedModel(
                source.type(),
                typeName(source),
                names,
                source.model().name("schema").orElse(null),
                table,
                tableConstant,
                columns,
                key.stream().map(source.components()::indexOf).toList(),
                KeyDeriver.generation(key),
                uniques,
                indexes.indexes(),
                ReferenceDeriver.references(source, table, columns),
                nodes(source),
                FormerNames.of(source.renamedFrom()),
                source.construction().parameters(),
                source.validating());
    }

    /** Those named, in a fixed order; all when none is. */
    private static List<NodeKind> nodes(ModelSource source) {
        List<String> named = source.model().texts("nodes");
        return Arrays.stream(NodeKind.values())
                .filter(kind -> named.isEmpty() || named.contains(kind.name()))
                .toList();
    }

    /** Types of the unnamed package: a field of the same name would be taken instead, and nothing could be done. */
    private static Set<String> unqualified(ModelSource source) {
        return source.components().stream()
                .map(component -> component.type().name())
                .filter(ClassName.class::isInstance)
                .map(ClassName.class::cast)
                .filter(type -> type.packageName().isEmpty())
                .map(type -> type.simpleNames().get(0))
                .collect(Collectors.toSet());
    }

    private static TypeName typeName(ModelSource source) {
        ClassName type = source.type();
        if (source.parameters() == 0) {
            return type;
        }
        TypeName[] wildcards = new TypeName[source.parameters()];
        Arrays.fill(wildcards, WildcardTypeName.subtypeOf(Object.class));
        return ParameterizedTypeName.get(type, wildcards);
    }
}
