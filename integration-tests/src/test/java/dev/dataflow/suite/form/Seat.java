package dev.dataflow.suite.form;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A mutable class whose key has two parts, with times at offsets. */
@Model
public class Seat {

    @Id
    private String hall = "";

    private int number;

    private OffsetDateTime opens = OffsetDateTime.MIN;

    @Nullable
    OffsetDateTime booked;

    public String getHall() {
        return hall;
    }

    public void setHall(String hall) {
        this.hall = hall;
    }

    @Id
    public int number() {
        return number;
    }

    public Seat number(int value) {
        number = value;
        return this;
    }

    public OffsetDateTime getOpens() {
        return opens;
    }

    public void setOpens(OffsetDateTime opens) {
        this.opens = opens;
    }
}
