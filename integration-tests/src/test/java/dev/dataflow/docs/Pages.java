package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages whose fenced blocks are checked: the guide, the README and those of error codes. */
final class Pages {

    /** A comment {@code <!-- kind: source -->} and the fenced block under it. */
    private static final Pattern BLOCK = Pattern.compile(
            "(<!-- (\\w+): ([^>]+?) -->\\R+```\\w+\\R)(.*?)(?=^```$)", Pattern.DOTALL | Pattern.MULTILINE);

    private static final boolean UPDATE = Boolean.getBoolean("updateDocs");

    private Pages() {}

    /**
     * A block of a page.
     *
     * @param page the page
     * @param kind what it holds: {@code from}, {@code sql} or {@code output}
     * @param source where that comes from
     * @param text what it holds
     */
    record Block(Path page, String kind, String source, String text) {}

    /** The folder of the whole project. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/guide"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The kinds of block there are. */
    static Set<String> kinds() {
        return pages().stream()
                .flatMap(page -> BLOCK.matcher(read(page)).results())
                .map(found -> found.group(2))
                .collect(Collectors.toSet());
    }

    /** All blocks of a kind. */
    static List<Block> blocks(String kind) {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages()) {
            for (MatchResult found : BLOCK.matcher(read(page)).results().toList()) {
                if (found.group(2).equals(kind)) {
                    blocks.add(new Block(page, kind, found.group(3), found.group(4)));
                }
            }
        }
        return blocks;
    }

    /**
     * Checks all blocks of a kind and source, or writes them anew.
     *
     * @param kind the kind
     * @param source the source
     * @param text what they must hold
     */
    static void check(String kind, String source, String text) {
        for (Block block : blocks(kind)) {
            if (!block.source().equals(source) || block.text().equals(text)) {
                continue;
            }
            if (UPDATE) {
                write(block, text);
            } else {
                assertThat(block.text())
                        .as("%s, `%s: %s`; -DupdateDocs=true writes it anew", block.page(), kind, source)
                        .isEqualTo(text);
            }
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Block block, String text) {
        String updated = BLOCK.matcher(read(block.page())).replaceAll(found -> {
            boolean same = found.group(2).equals(block.kind()) && found.group(3).equals(block.source());
            return Matcher.quoteReplacement(found.group(1) + (same ? text : found.group(4)));
        });
        write(block.page(), updated);
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> pages() {
        try (Stream<Path> guide = Files.list(root().resolve("docs/guide"))) {
            return Stream.of(guide, Stream.of(root().resolve("README.md")), ErrorPage.all().stream())
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
