package dev.dataflow.migrations.descriptor;

/** JSON that has not the form of a descriptor. Its message says where. */
final class DescriptorFormException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DescriptorFormException(String message) {
        super(message);
    }
}
