package dev.dataflow.suite.form;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import lombok.Data;
import lombok.EqualsAndHashCode;
import org.jspecify.annotations.Nullable;

/** Lombok's mutable class. */
@Data
@EqualsAndHashCode(exclude = "id")
@Model
public class Person {
    private @Nullable Long id;

    @Unique
    private String email = "";

    @Column("full_name")
    private @Nullable String name;

    private boolean active;
    private boolean isAdmin;
}
