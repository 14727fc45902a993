package dev.dataflow.benchmarks.report;

import dev.dataflow.benchmarks.turns.Sample;
import dev.dataflow.testing.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Bars of the peers' times as multiples of JDBC's, in SVG. */
final class Chart {

    private static final int LEFT = 130;
    private static final int WIDTH = 560;
    private static final int BAR = 12;
    private static final int GAP = 14;
    private static final int TOP = 56;
    private static final double MOST = 5;
    private static final List<String> COLOURS =
            List.of("#7f7f7f", "#0b6e4f", "#3f72af", "#c97b2a", "#8e5ea2", "#b5485d", "#5b8a8a", "#a3a3c2");

    private final Figures figures;
    private final Engine engine;
    private final Work.Section section;

    Chart(Figures figures, Engine engine, Work.Section section) {
        this.figures = figures;
        this.engine = engine;
        this.section = section;
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text());
    }

    String text() {
        List<String> peers = figures.peers(engine, section);
        List<String> works =
                figures.works(engine, section).stream().map(Work::name).toList();
        int height = TOP + works.size() * (peers.size() * BAR + GAP) + 10;
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"11\">",
                LEFT + WIDTH + 60,
                height);
        add(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
        add(
                svg,
                "<text x=\"8\" y=\"18\" font-size=\"14\">%s on %s: time as a multiple of JDBC's</text>",
                section.title(),
                ResultsPage.title(engine));
        for (int i = 0; i < peers.size(); i++) {
            add(
                    svg,
                    "<rect x=\"%d\" y=\"30\" width=\"10\" height=\"10\" fill=\"%s\"/><text x=\"%d\" y=\"39\">%s</text>",
                    8 + i * 88,
                    colour(i),
                    22 + i * 88,
                    peers.get(i));
        }
        int y = TOP;
        for (String work : works) {
            add(svg, "<text x=\"8\" y=\"%d\">%s</text>", y + BAR, work);
            for (int i = 0; i < peers.size(); i++) {
                bar(svg, figures.ratio(engine, work, peers.get(i), Sample::micros), y, colour(i));
                y += BAR;
            }
            y += GAP;
        }
        double one = LEFT + WIDTH / MOST;
        add(
                svg,
                "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#333333\" stroke-dasharray=\"3 3\"/>",
                one,
                TOP - 6,
                one,
                height - 10);
        return svg.append("</svg>\n").toString();
    }

    private static void bar(StringBuilder svg, Optional<Ratio> ratio, int y, String colour) {
        if (ratio.isEmpty()) {
            return;
        }
        double width = Math.min(ratio.get().median(), MOST) * WIDTH / MOST;
        add(
                svg,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/><text x=\"%.1f\" y=\"%d\">%.2f</text>",
                LEFT,
                y,
                width,
                BAR - 2,
                colour,
                LEFT + width + 4,
                y + BAR - 2,
                ratio.get().median());
    }

    private static String colour(int i) {
        return COLOURS.get(i % COLOURS.size());
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
