package shop;

/** How far an order has come. */
public enum OrderStatus {
    /** Not paid yet. */
    PENDING,
    /** Paid, but still here. */
    PAID,
    /** On its way. */
    SHIPPED,
    /** Will never be sent. */
    CANCELLED
}
