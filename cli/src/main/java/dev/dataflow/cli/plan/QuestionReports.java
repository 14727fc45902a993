package dev.dataflow.cli.plan;

import dev.dataflow.cli.report.Question;
import dev.dataflow.cli.report.Question.Answer;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.migrations.diff.RenameCandidate;
import dev.dataflow.migrations.diff.RenameFlags;
import dev.dataflow.migrations.diff.RenameQuestion;
import dev.dataflow.migrations.diff.SchemaDiff;
import dev.dataflow.migrations.wording.ShellWord;
import java.util.ArrayList;
import java.util.List;

/** Questions about renames, with the flags that answer them. */
public final class QuestionReports {

    private QuestionReports() {}

    /** The questions of a difference. */
    public static List<Question> of(SchemaDiff diff) {
        return diff.questions().stream().map(QuestionReports::of).toList();
    }

    private static Question of(RenameQuestion question) {
        List<Answer> answers = new ArrayList<>();
        for (RenameCandidate candidate : question.candidates()) {
            answers.add(new Answer(
                    "--rename " + ShellWord.of(RenameFlags.rename(question.hint(), candidate)),
                    "it is the same under another name, " + candidate.score() + "/100 alike: "
                            + String.join(", ", candidate.reasons())));
        }
        answers.add(new Answer(
                "--drop " + ShellWord.of(RenameFlags.drop(question.hint())), "it is gone for good, with its values"));
        String kind = question.hint().column().isEmpty() ? "table" : "column";
        return new Question(
                ErrorCode.RENAME_UNDECIDED.id(),
                "the " + kind + " " + question.hint() + " is gone, and something like it is new: is it the same?",
                answers);
    }
}
