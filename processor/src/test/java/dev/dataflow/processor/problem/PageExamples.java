package dev.dataflow.processor.problem;

import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Examples of pages, compiled at once, each in a package of its own; tables that pages share are no matter of theirs. */
record PageExamples(Compiled compiled) {

    private static final String IMPORTS = "import dev.dataflow.annotations.*; import java.math.*; import java.util.*;"
            + " import java.time.*; import org.jspecify.annotations.Nullable;\n";

    private static final Map<String, String> MORE_TYPES = Map.of(
            "VAL-009", "@Model\nrecord Address(Long id) {}\n\nrecord AddressDto(Long id) {}",
            "VAL-014", "enum Status { PENDING }",
            "VAL-018", "@Model\nrecord Customer(Long id) {}",
            "VAL-021", "enum Status { PENDING }");

    private static final String MODEL = "@Model\npublic record Item(Long id) {}";
    private static final Pattern OPTION = Pattern.compile("-A\\S+");

    /** What the tests have on the class path cannot be required by name. */
    private static final Pattern OF_CLASS_PATH = Pattern.compile("requires (static )?(dev\\.dataflow|org)\\b[^;]*;");

    static PageExamples compile(List<String> codes, int number) {
        List<String> sources = new ArrayList<>();
        for (String code : codes) {
            sources.addAll(sources(code, number, packageOf(code)));
        }
        return new PageExamples(Models.of(sources.toArray(String[]::new)).compile());
    }

    /** The example of a code that is about options, names or modules. */
    static Compiled compileAlone(String code, int number) {
        String example = new ProblemPage(code).examples().get(number);
        return switch (code) {
            case "VAL-020" ->
                Models.of(source("shop", MODEL))
                        .with(OPTION.matcher(example)
                                .results()
                                .map(found -> found.group())
                                .toArray(String[]::new))
                        .compile();
            case "VAL-050" ->
                Models.of(
                                "// interface module-info\n"
                                        + OF_CLASS_PATH.matcher(example).replaceAll(""),
                                source("shop", MODEL))
                        .inFolder()
                        .with("--add-reads", "shop=ALL-UNNAMED")
                        .compile();
            default ->
                Models.of(sources(code, number, "shop").toArray(String[]::new)).compile();
        };
    }

    /** Messages with a code. */
    static List<String> ours(List<String> messages) {
        return messages.stream().filter(message -> message.startsWith("[VAL-")).toList();
    }

    List<String> codes(String code) {
        return messages(code).stream()
                .map(message -> message.substring(1, message.indexOf(']')))
                .toList();
    }

    List<String> messages(String code) {
        return ours(compiled.messagesIn(packageOf(code) + "/")).stream()
                .filter(message -> code.equals("VAL-011") || !message.startsWith("[VAL-011]"))
                .map(message -> message.replace(packageOf(code) + ".", "shop."))
                .toList();
    }

    private static List<String> sources(String code, int number, String inPackage) {
        String types = new ProblemPage(code).examples().get(number) + "\n\n" + MORE_TYPES.getOrDefault(code, "");
        return Stream.of(types.strip().split("\n\n(?=\\S)"))
                .map(type -> source(inPackage, type))
                .toList();
    }

    private static String source(String inPackage, String type) {
        return "package " + inPackage + "; " + IMPORTS + type;
    }

    private static String packageOf(String code) {
        return code.toLowerCase(Locale.ROOT).replace("-", "");
    }
}
