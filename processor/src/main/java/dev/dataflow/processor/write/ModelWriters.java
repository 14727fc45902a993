package dev.dataflow.processor.write;

import dev.dataflow.model.NodeKind;
import dev.dataflow.processor.emit.SourceFile;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.List;
import java.util.stream.Stream;

/** All generated classes of a model. */
public final class ModelWriters {

    private static final List<ClassWriter> COMMON = List.of(new TableWriter(), new DraftWriter(), new PatchWriter());

    private static final List<NodeWriter> NODES = List.of(
            new NodeWriter(NodeKind.CREATE, "Creates one {@link %s}."),
            new ReadNodeWriter(),
            new UpdateNodeWriter(),
            new DeleteNodeWriter(),
            new NodeWriter(NodeKind.LIST, "Reads a page of {@link %s} rows."),
            new NodeWriter(NodeKind.BULK_CREATE, "Creates many {@link %s} rows."),
            new NodeWriter(NodeKind.BULK_UPDATE, "Changes many {@link %s} rows."),
            new NodeWriter(NodeKind.BULK_DELETE, "Deletes many {@link %s} rows."),
            new NodeWriter(NodeKind.BULK_UPSERT, "Creates many {@link %s} rows, or changes those that exist."),
            new NodeWriter(NodeKind.UPSERT, "Creates one {@link %s}, or changes the one that exists."),
            new NodeWriter(NodeKind.COUNT, "Counts {@link %s} rows."),
            new NodeWriter(NodeKind.AGGREGATE, "Groups {@link %s} rows, and computes values over each group."));

    private ModelWriters() {}

    /** The classes of a model. */
    public static List<SourceFile> classes(GeneratedModel model) {
        return write(model, new NodesWriter(MetadataWriter::write));
    }

    /** The classes of a model that has errors: the same names, but no row can be read. */
    public static List<SourceFile> skeleton(GeneratedModel model) {
        return write(model, new NodesWriter(SkeletonMetadataWriter::write));
    }

    private static List<SourceFile> write(GeneratedModel model, ClassWriter facade) {
        Stream<ClassWriter> key = model.isComposite() ? Stream.of(new KeyWriter()) : Stream.empty();
        Stream<NodeWriter> nodes = NODES.stream().filter(writer -> model.nodes().contains(writer.kind()));
        return Stream.of(key, COMMON.stream(), Stream.of(facade), nodes)
                .flatMap(writers -> writers)
                .map(writer -> writer.write(model))
                .toList();
    }
}
