package dev.dataflow.migrations.diff;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.CompositeTypeChange;
import dev.dataflow.migrations.change.DefinedTypeChange;
import dev.dataflow.migrations.change.DomainChange;
import dev.dataflow.migrations.schema.CompositeType;
import dev.dataflow.migrations.schema.Domain;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What types mention. */
final class TypeText {

    private TypeText() {}

    /** The text of a type that comes or goes; empty for what mentions nothing. */
    static String of(Change change) {
        if (change instanceof DomainChange.Create create) {
            return of(create.domain());
        }
        if (change instanceof DomainChange.Drop drop) {
            return of(drop.domain());
        }
        if (change instanceof CompositeTypeChange.Create create) {
            return of(create.type());
        }
        if (change instanceof CompositeTypeChange.Drop drop) {
            return of(drop.type());
        }
        if (change instanceof DefinedTypeChange.Create create) {
            return create.type().definition();
        }
        return change instanceof DefinedTypeChange.Drop drop ? drop.type().definition() : "";
    }

    private static String of(Domain domain) {
        return joined(Stream.concat(
                Stream.of(domain.type().sql(), domain.defaultValue(), domain.collation()),
                domain.checks().stream().map(check -> check.expression())));
    }

    private static String of(CompositeType type) {
        return joined(type.columns().stream()
                .flatMap(column -> Stream.of(column.type().sql(), column.collation())));
    }

    private static String joined(Stream<String> texts) {
        return texts.filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
