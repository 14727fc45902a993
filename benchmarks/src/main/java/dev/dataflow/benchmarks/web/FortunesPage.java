package dev.dataflow.benchmarks.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The page of sayings, the same for all peers. */
final class FortunesPage {

    private FortunesPage() {}

    /** The rows and one more, in order, as HTML. */
    static String html(List<Fortune> rows) {
        List<Fortune> fortunes = new ArrayList<>(rows);
        fortunes.add(new Fortune(0L, "Additional fortune added at request time."));
        fortunes.sort(Comparator.comparing(Fortune::message));
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><head><title>Fortunes</title></head><body><table>"
                + "<tr><th>id</th><th>message</th></tr>");
        for (Fortune fortune : fortunes) {
            page.append("<tr><td>").append(fortune.id()).append("</td><td>");
            escape(page, fortune.message());
            page.append("</td></tr>");
        }
        return page.append("</table></body></html>").toString();
    }

    private static void escape(StringBuilder page, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '&' -> page.append("&amp;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.append(c);
            }
        }
    }
}
