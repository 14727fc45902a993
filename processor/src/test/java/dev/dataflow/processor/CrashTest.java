package dev.dataflow.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.ProblemPage;
import dev.dataflow.processor.problem.RecordMessager;
import dev.dataflow.processor.testing.Covers;
import dev.dataflow.processor.testing.Models;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

class CrashTest {

    @Test
    @Covers(ModelProblem.INTERNAL)
    void aBugIsAnErrorAtTheModel() {
        String message = Models.inShop("public «VAL-900»record A(Long id) {}")
                .with(new Failing())
                .compileMarked()
                .message("VAL-900");
        assertThat(message)
                .startsWith("[VAL-900] the DataFlow processor failed: this is a bug in it\n  why: ")
                .contains("IllegalStateException: boom", "CrashTest$Failing", "fix: report it with this text");
        String shown = message.replaceFirst("(?s)\tat .*?\n  fix:", "    at …\n  fix:");
        new ProblemPage("VAL-900").check(List.of(shown));
    }

    @SupportedAnnotationTypes("*")
    private static final class Failing extends AbstractProcessor {

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            round.getRootElements()
                    .forEach(type -> Crash.guard(RecordMessager.of(processingEnv), type, () -> {
                        throw new IllegalStateException("boom");
                    }));
            return false;
        }
    }
}
