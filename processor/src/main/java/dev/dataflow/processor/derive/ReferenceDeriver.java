package dev.dataflow.processor.derive;

import dev.dataflow.annotations.References;
import dev.dataflow.model.DatabaseName;
import dev.dataflow.model.OnDelete;
import dev.dataflow.model.ReferenceDescriptor;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.ModelSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Works out foreign keys. */
public final class ReferenceDeriver {

    private ReferenceDeriver() {}

    static List<ReferenceDescriptor> references(ModelSource source, String table, List<GeneratedColumn> columns) {
        return IntStream.range(0, source.components().size())
                .boxed()
                .flatMap(i -> source.components().get(i).find(References.class).stream()
                        .map(reference -> reference(reference, table, columns.get(i))))
                .sorted(Comparator.comparing(ReferenceDescriptor::constraint))
                .toList();
    }

    /** A relation's name: the component's without {@code Id}, where something is left. */
    public static String relation(String component) {
        for (String suffix : List.of("_id", "_ID", "Id", "ID")) {
            if (component.endsWith(suffix) && component.length() > suffix.length()) {
                return component.substring(0, component.length() - suffix.length());
            }
        }
        return component;
    }

    private static ReferenceDescriptor reference(AnnotationSource reference, String table, GeneratedColumn column) {
        return new ReferenceDescriptor(
                DatabaseName.constraint("fk", table, List.of(column.column())),
                column.column(),
                relation(column.name()),
                reference.text("value").orElse(""),
                reference.name("inverse").orElse(null),
                reference.text("onDelete").map(OnDelete::valueOf).orElse(OnDelete.RESTRICT));
    }
}
