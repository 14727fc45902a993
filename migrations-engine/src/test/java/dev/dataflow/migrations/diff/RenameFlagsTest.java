package dev.dataflow.migrations.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RenameFlagsTest {

    @Test
    void flagsAreHints() {
        assertThat(RenameFlags.read(
                        List.of("users.name=people.full_name", "users=people", "users.age=users.years", "a.b=c"),
                        List.of("notes", "users.nick")))
                .isEqualTo(RenameHints.NONE
                        .table("users", "people")
                        .column("users", "name", "full_name")
                        .column("users", "age", "years")
                        .column("a", "b", "c")
                        .dropTable("notes")
                        .dropColumn("users", "nick"));
    }

    @Test
    void whatAQuestionPrintsIsReadAsItsAnswer() {
        RenameHints.DropHint gone = new RenameHints.DropHint("odd.\"table\"", "a=b");
        RenameCandidate now = new RenameCandidate("other", "c.d", 50, List.of());
        String rename = RenameFlags.rename(gone, now);
        assertThat(rename).isEqualTo("\"odd.\"\"table\"\"\".\"a=b\"=\"odd.\"\"table\"\"\".\"c.d\"");
        assertThat(RenameFlags.read(List.of(rename), List.of(RenameFlags.drop(gone))))
                .isEqualTo(
                        RenameHints.NONE.column("odd.\"table\"", "a=b", "c.d").dropColumn("odd.\"table\"", "a=b"));
    }

    @Test
    void aQuestionPrintsFlagsThatAShellTakesAsTheyAre() {
        RenameHints.DropHint gone = new RenameHints.DropHint("order lines", "it's");
        RenameQuestion question =
                new RenameQuestion(gone, List.of(new RenameCandidate("order lines", "new", 50, List.of("type"))));
        assertThat(question.text())
                .contains("→ --rename 'order lines.it'\\''s=order lines.new'", "→ --drop 'order lines.it'\\''s'");
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedTogether() {
        assertThatThrownBy(() -> RenameFlags.read(
                        List.of("users", "users=users.name", "a.b.c=d", "users.name=people.name", "=x", "\"a=b"),
                        List.of("users=people", "")))
                .hasMessageStartingWith("[DF-317] flags about renames cannot be understood:")
                .hasMessageContaining("--rename users: write old=new, as in users=people")
                .hasMessageContaining("--rename users=users.name: write")
                .hasMessageContaining("--rename a.b.c=d: write")
                .hasMessageContaining("--rename =x: write")
                .hasMessageContaining("--rename \"a=b: write")
                .hasMessageContaining("a column stays in its table, which is named as before: users.name=users.name")
                .hasMessageContaining("--drop users=people: write what is gone")
                .hasMessageContaining("--drop : write what is gone");
    }
}
