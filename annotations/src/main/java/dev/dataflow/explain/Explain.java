package dev.dataflow.explain;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints the pages of error codes: {@code java -cp … dev.dataflow.explain.Explain VAL-004}. */
public final class Explain {

    private static final int OK = 0;
    private static final int USAGE = 2;

    private final Explanations explanations;
    private final PrintStream out;
    private final PrintStream errors;

    /**
     * Prints to streams.
     *
     * @param explanations where pages come from
     * @param out takes pages
     * @param errors takes what is wrong with the arguments
     */
    public Explain(Explanations explanations, PrintStream out, PrintStream errors) {
        this.explanations = explanations;
        this.out = out;
        this.errors = errors;
    }

    /**
     * Explains the codes given, or lists all codes when none is.
     *
     * @param codes the codes
     */
    public static void main(String[] codes) {
        Explanations explanations = new Explanations(Explain.class.getClassLoader());
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Explain(explanations, out, errors).run(List.of(codes)));
    }

    /**
     * Explains the codes given, or lists all codes when none is.
     *
     * @param codes the codes
     * @return the exit code: 0, or 2 when a code is not there
     */
    public int run(List<String> codes) {
        if (codes.isEmpty()) {
            explanations.titles().forEach((known, title) -> out.println(known + "  " + title));
            return OK;
        }
        int exit = OK;
        for (String code : codes) {
            Optional<String> page = explanations.page(code);
            if (page.isPresent()) {
                out.print(page.get());
            } else {
                errors.println(missing(code));
                exit = USAGE;
            }
        }
        return exit;
    }

    private String missing(String code) {
        String name = code.strip().toUpperCase(Locale.ROOT);
        Map<String, String> titles = explanations.titles();
        if (titles.containsKey(name)) {
            return "the page of " + name + " is in "
                    + (name.startsWith("VAL-") ? "dataflow-processor" : "dataflow-runtime")
                    + ", which is not on the class path";
        }
        List<String> near = explanations.near(code);
        return "there is no code " + code
                + (near.isEmpty()
                        ? "; without arguments all are listed"
                        : near.stream()
                                .map(found -> found + " (" + titles.get(found) + ")")
                                .collect(Collectors.joining(
                                        ", ", near.size() == 1 ? "; near it is " : "; near it are ", "")));
    }
}
