package dev.dataflow.cli.report;

import dev.dataflow.cli.diagram.Diagram;
import dev.dataflow.cli.diagram.Drawing;
import dev.dataflow.cli.diagram.Layout;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A report as one page that needs nothing besides itself: no network, no script. The templates are compiled with this class,
 * and escape by where a text stands.
 */
public final class HtmlReport implements ReportWriter {

    private final Tool tool;
    private final TemplateEngine templates = templates();

    /** Pages of a tool. */
    public HtmlReport(Tool tool) {
        this.tool = tool;
    }

    private static TemplateEngine templates() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Override
    public String write(PlanReport report) {
        List<Drawing> drawings = new ArrayList<>();
        if (report.tables() != null) {
            draw(drawings, report.tables().before(), "before");
            draw(drawings, report.tables().after(), "after");
        }
        StringOutput page = new StringOutput();
        templates.render("plan.jte", Map.of("report", report, "tool", tool, "drawings", drawings), page);
        return styled(page.toString(), sheet("picture.css") + sheet("page.css"));
    }

    private static void draw(List<Drawing> drawings, Diagram diagram, String name) {
        if (!diagram.boxes().isEmpty()) {
            drawings.add(Layout.of(diagram, name));
        }
    }

    /** A diagram as an SVG file. */
    public static String picture(Diagram diagram) {
        StringOutput page = new StringOutput();
        Drawing drawing = Layout.of(diagram, diagram.title());
        templates().render("diagram.jte", Map.of("drawing", drawing, "standalone", true), page);
        return styled(page.toString(), sheet("picture.css"));
    }

    /** Templates cannot have style sheets put in, where escaping would be another. */
    private static String styled(String page, String sheet) {
        return page.replace("<style></style>", "<style>\n" + sheet + "</style>");
    }

    private static String sheet(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
