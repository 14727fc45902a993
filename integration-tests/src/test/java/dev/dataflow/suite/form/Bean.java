package dev.dataflow.suite.form;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.CreatedAt;
import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.suite.form.base.Labelled;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mutable class over two generic superclasses of another package, with accessors of every kind. */
@Model(table = "bean_rows")
@Index(fields = {"open", "label"})
public class Bean extends Labelled<Long, String> {

    private boolean open;
    private @Nullable Boolean isUrgent;
    private BigDecimal amount = BigDecimal.ZERO;
    int count;

    @Nullable
    String note;

    @CreatedAt
    private @Nullable Instant createdAt;

    private transient int reads;
    static int instances;

    public Bean() {
        super("");
        instances++;
    }

    public boolean isOpen() {
        return open;
    }

    public void setOpen(boolean open) {
        this.open = open;
    }

    public @Nullable Boolean getIsUrgent() {
        return isUrgent;
    }

    public void setUrgent(@Nullable Boolean urgent) {
        isUrgent = urgent;
    }

    @Column(precision = 12, scale = 2)
    @Default("1.50")
    public BigDecimal amount() {
        reads++;
        return amount;
    }

    public Bean amount(BigDecimal value) {
        amount = value;
        return this;
    }

    public @Nullable Instant getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(@Nullable Instant createdAt) {
        this.createdAt = createdAt;
    }

    public int reads() {
        return reads;
    }
}
