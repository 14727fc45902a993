package dev.dataflow.error;

/**
 * What went wrong, said in full.
 *
 * @param code the code
 * @param what what happened, complete by itself
 * @param why what led to it; facts, not guesses
 * @param fix what to do about it
 */
public record Problem(ErrorCode code, String what, String why, String fix) {

    /** The message of an exception: one line each for what, why and fix. */
    public String message() {
        return "[" + code.id() + "] " + what + "\n  why: " + why + "\n  fix: " + fix;
    }
}
