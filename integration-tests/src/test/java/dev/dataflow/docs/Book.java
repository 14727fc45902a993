package dev.dataflow.docs;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

// docs:book
@Model
@Index(fields = {"status", "publishedOn"})
public record Book(
        Long id,
        @References(value = Author.class, inverse = "books") long authorId,
        String title,
        @Unique String isbn,
        @Column(precision = 10, scale = 2) @Default("0") BigDecimal price,
        @Default("DRAFT") BookStatus status,
        @Nullable LocalDate publishedOn) {}
// docs:end
