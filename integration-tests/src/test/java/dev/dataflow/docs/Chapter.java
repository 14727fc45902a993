package dev.dataflow.docs;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;

/** The guide's example of a composite key. */
// docs:chapter
@Model(timestamps = false)
public record Chapter(
        @Id @References(value = Book.class, inverse = "chapters")
        long bookId,

        @Id int number,
        String title) {}
// docs:end
