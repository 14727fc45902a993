package dev.dataflow.suite.form;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import lombok.experimental.Accessors;
import org.jspecify.annotations.Nullable;

/** Lombok's parts: accessors without prefix, a setter on fields only, a constructor for this package. */
@Getter
@Accessors(fluent = true)
@NoArgsConstructor(access = AccessLevel.PACKAGE)
@AllArgsConstructor
@Model
public class Sensor {
    @Setter
    private @Nullable Long id;

    @Unique
    @Setter(AccessLevel.PACKAGE)
    private String name;

    @Setter
    private double value;
}
