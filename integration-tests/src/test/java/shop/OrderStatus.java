package shop;

public enum OrderStatus {
    PENDING,
    PAID,
    CANCELLED
}
