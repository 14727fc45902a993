package dev.dataflow.processor.registry;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.References;
import dev.dataflow.model.LogicalType;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedColumn.Size;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.source.ComponentSource;
import java.util.stream.Stream;

/** A reference's column is as long, or has as many digits, as the key it holds. */
final class ReferenceSizeCheck extends ReferencedKeyCheck {

    @Override
    void compare(
            ComponentSource component, GeneratedColumn own, GeneratedColumn key, String target, Findings findings) {
        if (own.logical() == key.logical() && !own.size().equals(key.size())) {
            findings.report(
                    ModelProblem.REFERENCE_SIZE,
                    place(component),
                    component.name(),
                    describe(own.logical(), own.size()),
                    target,
                    describe(key.logical(), key.size()));
        }
    }

    private static String describe(LogicalType type, Size size) {
        return type == LogicalType.DECIMAL
                ? "precision = " + size.precision() + ", scale = " + size.scale()
                : "length = " + size.length();
    }

    private static Place place(ComponentSource component) {
        return component
                .find(Column.class)
                .flatMap(column -> Stream.of("length", "scale", "precision")
                        .filter(column::has)
                        .findFirst()
                        .map(column::place))
                .orElseGet(() -> component.place(References.class));
    }
}
