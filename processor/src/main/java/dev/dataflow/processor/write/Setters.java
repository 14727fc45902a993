package dev.dataflow.processor.write;

import com.palantir.javapoet.TypeName;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.List;
import java.util.stream.Stream;

/** The methods that give a column a value. */
final class Setters {

    private Setters() {}

    /** What classes of setters name. */
    static List<TypeName> used(GeneratedModel model) {
        return Stream.concat(Stream.of(model.type()), model.columns().stream().map(GeneratedColumn::javaType))
                .toList();
    }

    static String doc(GeneratedColumn column) {
        return "Sets {@code " + column.name() + "}.";
    }

    /** The start of a setter of a class. */
    static String head(String type, GeneratedColumn column, TypeNames names) {
        String value = column.nullable() ? names.nullable(column.javaType()) : names.of(column.javaType());
        return "public " + type + " " + column.name() + "(" + value + " " + column.name() + ")";
    }
}
