package dev.dataflow.suite.program;

/** What a call asks for that is refused. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused() {
        super(null, null, false, false);
    }
}
