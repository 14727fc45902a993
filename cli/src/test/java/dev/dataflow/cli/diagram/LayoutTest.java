package dev.dataflow.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.cli.diagram.Drawing.PlacedBox;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void tablesStandRightOfWhatTheyPointToAndNeverOnEachOther() {
        for (long seed = 1; seed <= 50; seed++) {
            Diagram diagram = random(new Random(seed));
            Drawing drawing = Layout.of(diagram, "x");
            for (PlacedBox one : drawing.boxes()) {
                assertThat(one.x() + one.width()).as("seed %d", seed).isLessThanOrEqualTo(drawing.width());
                assertThat(one.y() + one.height()).as("seed %d", seed).isLessThanOrEqualTo(drawing.height());
                for (PlacedBox other : drawing.boxes()) {
                    assertThat(one != other && overlap(one, other))
                            .as("seed %d", seed)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void theOrderOfTablesAndKeysMakesNoDifference() {
        Diagram diagram = random(new Random(7));
        List<Box> boxes = new ArrayList<>(diagram.boxes());
        Collections.shuffle(boxes, new Random(3));
        Drawing drawing = Layout.of(new Diagram(diagram.title(), boxes, diagram.arrows()), "x");
        assertThat(drawing.boxes()).isEqualTo(Layout.of(diagram, "x").boxes());
    }

    @Test
    void circlesAndNothingAreDrawnToo() {
        Diagram circle = new Diagram(
                "circle",
                List.of(new Box("a", Mark.SAME, List.of()), new Box("b", Mark.SAME, List.of())),
                List.of(
                        new Arrow("a", "b_id", "b", Mark.SAME),
                        new Arrow("b", "a_id", "a", Mark.SAME),
                        new Arrow("a", "a_id", "a", Mark.SAME)));
        assertThat(Layout.of(circle, "x").arrows()).hasSize(3);
        assertThat(Layout.of(new Diagram("empty", List.of(), List.of()), "x").boxes())
                .isEmpty();
    }

    private static boolean overlap(PlacedBox one, PlacedBox other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    private static Diagram random(Random random) {
        List<Box> boxes = new ArrayList<>();
        List<Arrow> arrows = new ArrayList<>();
        int tables = 1 + random.nextInt(9);
        for (int i = 0; i < tables; i++) {
            List<Line> lines = new ArrayList<>();
            for (int j = random.nextInt(6); j > 0; j--) {
                lines.add(new Line("column" + j, "text", "", Mark.SAME));
            }
            boxes.add(new Box("table" + i, Mark.SAME, lines));
        }
        for (int i = random.nextInt(2 * tables); i > 0; i--) {
            String from = "table" + random.nextInt(tables);
            arrows.add(new Arrow(from, "column1", "table" + random.nextInt(tables), Mark.SAME));
        }
        return new Diagram("random", boxes, arrows);
    }
}
