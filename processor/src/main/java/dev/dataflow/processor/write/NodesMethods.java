package dev.dataflow.processor.write;

import static dev.dataflow.processor.write.Shapes.consumer;
import static dev.dataflow.processor.write.Shapes.method;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.model.NodeKind;
import dev.dataflow.processor.model.GeneratedModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The typed methods of {@code XNodes}; each hands on to a node. Of a model that leaves no node out they stand in the base
 * class, but for those that take primitives, parts of a key, or the model where a key may stand.
 */
final class NodesMethods {

    private final GeneratedModel model;
    private final TypeName type;
    private final TypeName draft;
    private final TypeName patch;
    private final TypeName models;
    private final TypeName stream;
    private final TypeName result;
    private final List<KeyForm> forms;

    NodesMethods(GeneratedModel model) {
        this.model = model;
        this.type = model.typeName();
        this.draft = consumer(model.names().draft());
        this.patch = consumer(model.names().patch());
        this.models = generic(Iterable.class, type);
        this.stream = generic(Stream.class, type);
        this.result = ParameterizedTypeName.get(RuntimeTypes.BULK_RESULT, model.keyType());
        this.forms = model.isComplete() ? KeyForm.byValues(model) : KeyForm.all(model);
    }

    Stream<MethodSpec> all() {
        return model.isComplete() ? besideBase() : each();
    }

    private Stream<MethodSpec> besideBase() {
        return Stream.of(readOne(), ifKept(readHow()), update(), modify(), delete(), ifKept(restore()))
                .flatMap(List::stream);
    }

    private Stream<MethodSpec> each() {
        return Stream.of(
                        of(NodeKind.CREATE, create()),
                        of(NodeKind.READ, read()),
                        of(NodeKind.UPDATE, update()),
                        of(NodeKind.UPDATE, modify()),
                        of(NodeKind.DELETE, delete()),
                        of(NodeKind.LIST, list()),
                        of(NodeKind.COUNT, count()),
                        of(NodeKind.AGGREGATE, aggregate()),
                        of(NodeKind.UPSERT, upsert()),
                        of(NodeKind.BULK_UPDATE, bulkUpdate()),
                        of(NodeKind.BULK_DELETE, bulkDelete()),
                        of(NodeKind.BULK_CREATE, bulkCreate()),
                        of(NodeKind.BULK_UPSERT, bulkUpsert()),
                        ofSoftDeleted(NodeKind.UPDATE, restore()),
                        ofSoftDeleted(NodeKind.BULK_UPDATE, restoreAll()),
                        ofSoftDeleted(NodeKind.BULK_DELETE, purge()))
                .flatMap(List::stream);
    }

    private List<MethodSpec> of(NodeKind kind, List<MethodSpec> methods) {
        return model.nodes().contains(kind) ? methods : List.of();
    }

    private List<MethodSpec> ofSoftDeleted(NodeKind kind, List<MethodSpec> methods) {
        return ifKept(of(kind, methods));
    }

    /** Methods that say something about deleted rows, for models that keep them. */
    private List<MethodSpec> ifKept(List<MethodSpec> methods) {
        boolean kept = model.columns().stream().anyMatch(column -> column.managed() == ManagedColumn.DELETED_AT);
        return kept ? methods : List.of();
    }

    private List<MethodSpec> create() {
        return List.of(
                method("create", type, "Creates a row from a draft.")
                        .addParameter(draft, "draft")
                        .addStatement("return create.create(draft)")
                        .build(),
                method("create", type, "Creates a row from a whole model.")
                        .addParameter(type, "model")
                        .addStatement("return create.create(model)")
                        .build());
    }

    private List<MethodSpec> read() {
        MethodSpec allAs = Shapes.projecting("readAll", List.class, "Reads the rows with some keys as records.")
                .addParameter(generic(Collection.class, model.keyType()), "ids")
                .addParameter(Shapes.PROJECTION)
                .addStatement("return read.readAll(ids, projection)")
                .build();
        MethodSpec all = method("readAll", generic(List.class, type), "Reads the rows with some keys.")
                .addParameter(generic(Collection.class, model.keyType()), "ids")
                .addStatement("return read.readAll(ids)")
                .build();
        MethodSpec withMeta = method(
                        "readWithMeta",
                        generic(Optional.class, ParameterizedTypeName.get(RuntimeTypes.WITH_META, type)),
                        "Reads the row with a key, and what the runtime keeps beside it, such as its version.")
                .addParameter(model.keyType(), "id")
                .addStatement("return read.readWithMeta(id)")
                .build();
        return Stream.of(readOne(), readHow(), List.of(withMeta, all, allAs))
                .flatMap(List::stream)
                .toList();
    }

    private List<MethodSpec> readHow() {
        TypeName options = consumer(RuntimeTypes.READ_OPTIONS);
        return forms.stream()
                .flatMap(form -> Stream.of(
                        method("read", generic(Optional.class, type), "Reads the row with a key, as the options say.")
                                .addParameters(form.and(options, "options"))
                                .addStatement("return $Lread($L, $L)", on("read"), form.key(), form.free("options"))
                                .build(),
                        Shapes.projecting(
                                        "read",
                                        Optional.class,
                                        "Reads the row with a key as a record, as the options say.")
                                .addParameters(form.and(Shapes.PROJECTION.type(), Shapes.PROJECTION.name()))
                                .addParameter(options, form.free("options"))
                                .addStatement(
                                        "return $Lread($L, $L, $L)",
                                        on("read"),
                                        form.key(),
                                        form.free(Shapes.PROJECTION.name()),
                                        form.free("options"))
                                .build()))
                .toList();
    }

    private List<MethodSpec> readOne() {
        return forms.stream()
                .flatMap(form -> Stream.of(
                        method("read", generic(Optional.class, type), "Reads the row with a key.")
                                .addParameters(form.parameters())
                                .addStatement("return $Lread($L)", on("read"), form.key())
                                .build(),
                        Shapes.projecting("read", Optional.class, "Reads the row with a key as a record.")
                                .addParameters(form.and(Shapes.PROJECTION.type(), Shapes.PROJECTION.name()))
                                .addStatement(
                                        "return $Lread($L, $L)",
                                        on("read"),
                                        form.key(),
                                        form.free(Shapes.PROJECTION.name()))
                                .build()))
                .toList();
    }

    private List<MethodSpec> update() {
        MethodSpec base = method("update", type, "Changes the row of a model that was read before.")
                .addParameter(type, "base")
                .addParameter(patch, "patch")
                .addStatement("return $LupdateFrom(base, patch)", on("update"))
                .build();
        MethodSpec baseHow = method(
                        "update", type, "Changes the row of a model that was read before, as the options say.")
                .addParameter(type, "base")
                .addParameter(patch, "patch")
                .addParameter(UpdateNodeWriter.OPTIONS)
                .addStatement("return $LupdateFrom(base, patch, options)", on("update"))
                .build();
        Stream<MethodSpec> byKey = forms.stream()
                .map(form -> method("update", type, "Changes the row with a key.")
                        .addParameters(form.and(patch, "patch"))
                        .addStatement("return $Lupdate($L, $L)", on("update"), form.key(), form.free("patch"))
                        .build());
        Stream<MethodSpec> byKeyHow = forms.stream()
                .map(form -> method("update", type, "Changes the row with a key, as the options say.")
                        .addParameters(form.and(patch, "patch"))
                        .addParameter(UpdateNodeWriter.OPTIONS.type(), form.free("options"))
                        .addStatement(
                                "return $Lupdate($L, $L, $L)",
                                on("update"),
                                form.key(),
                                form.free("patch"),
                                form.free("options"))
                        .build());
        return Stream.of(byKey, Stream.of(base), byKeyHow, Stream.of(baseHow))
                .flatMap(methods -> methods)
                .toList();
    }

    private List<MethodSpec> modify() {
        Stream<MethodSpec> plain = forms.stream()
                .map(form -> method("modify", type, "Reads the row with a key and changes it.")
                        .addParameters(form.and(UpdateNodeWriter.change(model), "change"))
                        .addStatement("return $Lmodify($L, $L)", on("update"), form.key(), form.free("change"))
                        .build());
        Stream<MethodSpec> how = forms.stream()
                .map(form -> method("modify", type, "Reads the row with a key and changes it, as the options say.")
                        .addParameters(form.and(UpdateNodeWriter.change(model), "change"))
                        .addParameter(UpdateNodeWriter.OPTIONS.type(), form.free("options"))
                        .addStatement(
                                "return $Lmodify($L, $L, $L)",
                                on("update"),
                                form.key(),
                                form.free("change"),
                                form.free("options"))
                        .build());
        return Stream.concat(plain, how).toList();
    }

    private List<MethodSpec> delete() {
        Stream<MethodSpec> plain = forms.stream()
                .map(form -> method("delete", TypeName.BOOLEAN, "Deletes the row with a key; false when there is none.")
                        .addParameters(form.parameters())
                        .addStatement("return $Ldelete($L)", on("delete"), form.key())
                        .build());
        Stream<MethodSpec> how = forms.stream()
                .map(form -> method("delete", TypeName.BOOLEAN, "Deletes the row with a key, as the options say.")
                        .addParameters(form.and(consumer(RuntimeTypes.DELETE_OPTIONS), "options"))
                        .addStatement("return $Ldelete($L, $L)", on("delete"), form.key(), form.free("options"))
                        .build());
        return Stream.concat(plain, how).toList();
    }

    private List<MethodSpec> restore() {
        return forms.stream()
                .map(form -> method("restore", type, "Makes the row with a key live again that is deleted softly.")
                        .addParameters(form.parameters())
                        .addStatement("return $Lrestore($L)", on("update"), form.key())
                        .build())
                .toList();
    }

    private List<MethodSpec> restoreAll() {
        return List.of(
                method("restore", RuntimeTypes.BULK_UPDATED, "Makes the deleted rows live again that a query finds.")
                        .addParameter(consumer(RuntimeTypes.BULK_QUERY), "query")
                        .addStatement("return bulkUpdate.restore(query)")
                        .build());
    }

    private List<MethodSpec> purge() {
        return Stream.of(Duration.class, Instant.class)
                .map(bound -> method(
                                "purge", RuntimeTypes.BULK_DELETED, "Removes rows for good that are deleted softly.")
                        .addParameter(bound, bound == Duration.class ? "age" : "before")
                        .addParameter(consumer(RuntimeTypes.BULK_QUERY), "query")
                        .addStatement("return bulkDelete.purge($L, query)", bound == Duration.class ? "age" : "before")
                        .build())
                .toList();
    }

    private List<MethodSpec> list() {
        TypeName query = consumer(RuntimeTypes.LIST_QUERY);
        TypeName page = ParameterizedTypeName.get(RuntimeTypes.PAGE, type);
        return List.of(
                method("list", page, "Reads a page of rows.")
                        .addParameter(query, "query")
                        .addStatement("return list.list(query)")
                        .build(),
                Shapes.projecting("list", RuntimeTypes.PAGE, "Reads a page of rows as records.")
                        .addParameter(query, "query")
                        .addParameter(Shapes.PROJECTION)
                        .addStatement("return list.list(query, projection)")
                        .build(),
                method("list", page, "Reads the first rows.")
                        .addStatement("return list.list(query -> {})")
                        .build(),
                method(
                                "stream",
                                ParameterizedTypeName.get(ClassName.get(Stream.class), type),
                                "Reads all rows that match, a few in memory at a time; to be closed.")
                        .addParameter(consumer(RuntimeTypes.STREAM_QUERY), "query")
                        .addStatement("return list.stream(query)")
                        .build(),
                Shapes.projecting("stream", Stream.class, "Reads all rows that match as records; to be closed.")
                        .addParameter(consumer(RuntimeTypes.STREAM_QUERY), "query")
                        .addParameter(Shapes.PROJECTION)
                        .addStatement("return list.stream(query, projection)")
                        .build(),
                method("forEachBatch", TypeName.LONG, "Hands on all rows that match in batches.")
                        .addParameter(consumer(RuntimeTypes.STREAM_QUERY), "query")
                        .addParameter(TypeName.INT, "size")
                        .addParameter(Shapes.batches(type))
                        .addStatement("return list.forEachBatch(query, size, consumer)")
                        .build(),
                method("forEachBatch", TypeName.LONG, "Hands on all rows that match as records, in batches.")
                        .addTypeVariable(Shapes.PROJECTED)
                        .addParameter(consumer(RuntimeTypes.STREAM_QUERY), "query")
                        .addParameter(TypeName.INT, "size")
                        .addParameter(Shapes.PROJECTION)
                        .addParameter(Shapes.batches(Shapes.PROJECTED))
                        .addStatement("return list.forEachBatch(query, size, projection, consumer)")
                        .build(),
                method(
                                "explain",
                                RuntimeTypes.EXPLANATION,
                                "The statement of a list, and how the database would run it.")
                        .addParameter(query, "query")
                        .addStatement("return list.explain(query)")
                        .build());
    }

    private List<MethodSpec> count() {
        return List.of(
                method("count", TypeName.LONG, "Counts rows.")
                        .addParameter(consumer(RuntimeTypes.COUNT_QUERY), "query")
                        .addStatement("return count.count(query)")
                        .build(),
                method("count", TypeName.LONG, "Counts all rows.")
                        .addStatement("return count.count(query -> {})")
                        .build());
    }

    private List<MethodSpec> aggregate() {
        return List.of(method(
                        "aggregate",
                        ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.GROUP),
                        "Groups rows, and computes values over each group.")
                .addParameter(consumer(RuntimeTypes.AGGREGATE_QUERY), "query")
                .addStatement("return aggregate.aggregate(query)")
                .build());
    }

    private List<MethodSpec> upsert() {
        TypeName options = consumer(ParameterizedTypeName.get(
                RuntimeTypes.UPSERT_OPTIONS, model.names().patch()));
        return List.of(method(
                        "upsert",
                        ParameterizedTypeName.get(RuntimeTypes.UPSERTED, type),
                        "Creates a row, or changes the one that has its key.")
                .addParameter(draft, "draft")
                .addParameter(options, "options")
                .addStatement("return upsert.upsert(draft, options)")
                .build());
    }

    private List<MethodSpec> bulkUpdate() {
        MethodSpec matching = method("bulkUpdate", RuntimeTypes.BULK_UPDATED, "Changes the rows a query finds.")
                .addParameter(consumer(RuntimeTypes.BULK_QUERY), "query")
                .addParameter(patch, "patch")
                .addStatement("return bulkUpdate.bulkUpdate(query, patch)")
                .build();
        return Stream.concat(
                        Stream.of(matching),
                        withOptions(
                                "bulkUpdate",
                                RuntimeTypes.BULK_UPDATED,
                                RuntimeTypes.BULK_UPDATE_OPTIONS,
                                "Writes whole models by their keys")
                                .stream())
                .toList();
    }

    private List<MethodSpec> bulkDelete() {
        return List.of(
                method("bulkDelete", RuntimeTypes.BULK_DELETED, "Deletes the rows a query finds.")
                        .addParameter(consumer(RuntimeTypes.BULK_QUERY), "query")
                        .addStatement("return bulkDelete.bulkDelete(query)")
                        .build(),
                method("bulkDelete", RuntimeTypes.BULK_DELETED, "Deletes the rows a query finds, as the options say.")
                        .addParameter(consumer(RuntimeTypes.BULK_QUERY), "query")
                        .addParameter(consumer(RuntimeTypes.DELETE_OPTIONS), "options")
                        .addStatement("return bulkDelete.bulkDelete(query, options)")
                        .build());
    }

    private List<MethodSpec> bulkCreate() {
        return withOptions("bulkCreate", result, RuntimeTypes.BULK_CREATE_OPTIONS, "Creates a row for each model");
    }

    private List<MethodSpec> bulkUpsert() {
        return withOptions(
                "bulkUpsert",
                result,
                RuntimeTypes.BULK_UPSERT_OPTIONS,
                "Creates a row for each model, or changes the one that has its key");
    }

    private List<MethodSpec> withOptions(String name, TypeName returned, ClassName options, String doc) {
        return Stream.of(models, stream)
                .flatMap(rows -> Stream.of(
                        method(name, returned, doc + ".")
                                .addParameter(rows, "models")
                                .addStatement("return $1L.$1L(models, options -> {})", name)
                                .build(),
                        method(name, returned, doc + ", as the options say.")
                                .addParameter(rows, "models")
                                .addParameter(consumer(options), "options")
                                .addStatement("return $1L.$1L(models, options)", name)
                                .build()))
                .toList();
    }

    /** What a method is called on: the node in a field, or the base class, which has methods of the same names. */
    private String on(String field) {
        return model.isComplete() ? "" : "this." + field + ".";
    }

    private static TypeName generic(Class<?> base, TypeName argument) {
        return ParameterizedTypeName.get(ClassName.get(base), argument);
    }
}
