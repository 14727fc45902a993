package shop;

/** The shop was started with an option it does not know. */
final class OptionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OptionRefusedException(String what, String fix) {
        super(what + "\n  fix: " + fix);
    }
}
