package dev.dataflow.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sources of many alike models: records {@code M001}, {@code M002} and so on of package {@code many}.
 *
 * @param models how many
 * @param columns the columns of each, {@code id}, {@code createdAt} and {@code updatedAt} among them
 * @param style how they are annotated
 */
public record ModelSet(int models, int columns, Style style) {

    private static final String IMPORTS = """
            import java.math.BigDecimal;
            import java.time.Instant;
            import java.time.LocalDate;
            import java.util.UUID;
            import org.jspecify.annotations.Nullable;

            """;

    /** Types in turn, with names that say them. */
    private static final List<String> COMPONENTS = List.of(
            "String title",
            "BigDecimal price",
            "int amount",
            "@Nullable String note",
            "boolean active",
            "Status status",
            "LocalDate due",
            "long weight",
            "@Nullable Instant seenAt",
            "double ratio",
            "UUID token");

    /** Whose annotations the models have. */
    public enum Style {
        /** None. */
        PLAIN,
        /** Ours, each model but the first with a reference to the one before. */
        REFERENCES,
        /** Ours. */
        DATAFLOW,
        /** Micronaut Data's, with a repository for each. */
        MICRONAUT,
        /** Hibernate's, of classes with public fields. */
        HIBERNATE
    }

    /** A model's simple name. */
    public static String name(int number) {
        return "M%03d".formatted(number);
    }

    /**
     * Writes the sources.
     *
     * @param folder where to
     * @return the files
     */
    public List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        files.add(file(folder, "Status", "public enum Status { NEW, OPEN, DONE }"));
        for (int i = 1; i <= models; i++) {
            files.add(file(folder, name(i), model(i)));
            if (style == Style.MICRONAUT) {
                files.add(file(folder, name(i) + "Repository", repository(i)));
            }
        }
        return files;
    }

    private String model(int number) {
        List<String> components = components(number);
        return annotations()
                + (style == Style.HIBERNATE
                        ? "public class " + name(number) + " {\n    public " + String.join(";\n    public ", components)
                                + ";\n}"
                        : "public record " + name(number) + "(\n        " + String.join(",\n        ", components)
                                + ") {}");
    }

    private static Path file(Path folder, String type, String text) throws IOException {
        return Files.writeString(folder.resolve(type + ".java"), "package many;\n\n" + IMPORTS + text + "\n");
    }

    private String annotations() {
        return switch (style) {
            case PLAIN -> "";
            case REFERENCES, DATAFLOW -> "@dev.dataflow.annotations.Model\n";
            case MICRONAUT -> "@io.micronaut.data.annotation.MappedEntity\n";
            case HIBERNATE -> "@jakarta.persistence.Entity\n";
        };
    }

    private String key() {
        return switch (style) {
            case PLAIN, REFERENCES, DATAFLOW -> "";
            case MICRONAUT -> "@io.micronaut.data.annotation.Id @io.micronaut.data.annotation.GeneratedValue ";
            // Hibernate's dialect makes no key of SQLite's that counts up
            case HIBERNATE -> "@jakarta.persistence.Id ";
        };
    }

    private List<String> components(int number) {
        List<String> components = new ArrayList<>();
        components.add(key() + "Long id");
        boolean reference = style == Style.REFERENCES && number > 1;
        if (reference) {
            components.add("@dev.dataflow.annotations.References(" + name(number - 1) + ".class) long previousId");
        }
        components.addAll(IntStream.range(0, columns - 3 - (reference ? 1 : 0))
                .mapToObj(i -> COMPONENTS.get(i % COMPONENTS.size())
                        + (i < COMPONENTS.size() ? "" : String.valueOf(1 + i / COMPONENTS.size())))
                .toList());
        components.add(stamp("CreatedAt", "DateCreated") + "Instant createdAt");
        components.add(stamp("UpdatedAt", "DateUpdated") + "Instant updatedAt");
        return components;
    }

    private String stamp(String ours, String theirs) {
        return switch (style) {
            case PLAIN, HIBERNATE -> "";
            case REFERENCES, DATAFLOW -> "@dev.dataflow.annotations." + ours + " ";
            case MICRONAUT -> "@io.micronaut.data.annotation." + theirs + " ";
        };
    }

    private static String repository(int number) {
        return "@io.micronaut.data.jdbc.annotation.JdbcRepository(dialect ="
                + " io.micronaut.data.model.query.builder.sql.Dialect.POSTGRES)\n"
                + "public interface " + name(number) + "Repository extends"
                + " io.micronaut.data.repository.CrudRepository<" + name(number) + ", Long> {}";
    }
}
