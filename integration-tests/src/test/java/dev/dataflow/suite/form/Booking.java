package dev.dataflow.suite.form;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import lombok.AllArgsConstructor;
import lombok.Data;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Lombok's mutable class with a key of two parts. */
@Data
@NoArgsConstructor
@AllArgsConstructor
@Model(timestamps = false)
public class Booking {
    @Id
    private LocalDate day = LocalDate.EPOCH;

    @Id
    @Column(length = 20)
    private String room = "";

    private int guests;
    private @Nullable OffsetDateTime arrival;
}
