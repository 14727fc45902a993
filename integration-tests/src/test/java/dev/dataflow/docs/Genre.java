package dev.dataflow.docs;

import dev.dataflow.annotations.Collation;
import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;

/** The guide's example of a collation. */
// docs:genre
@Model(timestamps = false)
public record Genre(
        Long id,

        @Unique
        @Column(length = 40)
        @Collation(
                postgresql = "und-x-icu",
                mysql = "utf8mb4_0900_ai_ci",
                mariadb = "utf8mb4_uca1400_ai_ci",
                sqlite = "NOCASE")
        String name) {}
// docs:end
