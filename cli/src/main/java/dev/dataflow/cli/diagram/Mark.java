package dev.dataflow.cli.diagram;

/** What happens to something in a picture. Each has a sign, so that it can be told without colours. */
public enum Mark {
    /** Nothing. */
    SAME(" "),
    /** It comes. */
    ADDED("+"),
    /** It goes. */
    DROPPED("-"),
    /** It becomes another. */
    CHANGED("~");

    private final String sign;

    Mark(String sign) {
        this.sign = sign;
    }

    /** Its sign. */
    public String sign() {
        return sign;
    }
}
