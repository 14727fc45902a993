package dev.dataflow.docs;

// docs:book-status
public enum BookStatus {
    DRAFT,
    ON_SALE,
    SOLD_OUT
}
// docs:end
