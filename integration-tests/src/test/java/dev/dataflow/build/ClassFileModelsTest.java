package dev.dataflow.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that the processor reads from class files, which tell the names of parameters only if they were told to. */
class ClassFileModelsTest {

    private static final String PART = """
            package lib;

            @dev.dataflow.annotations.Model
            public class Part {
              private final Long id;
              private final String name;

              public Part(Long id, String name) { this.id = id; this.name = name; }

              public Long id() { return id; }
              public String name() { return name; }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void constructorsOfClassesNeedTheNamesOfTheirParameters() throws Exception {
        assertThat(messages("-g:none", PART))
                .contains("[VAL-022] Part has no constructor that rows can be read with", "-parameters");
        assertThat(messages("-parameters", PART)).isEmpty();
    }

    @Test
    void recordsTellThem() throws Exception {
        assertThat(messages("-g:none", """
                        package lib;
                        @dev.dataflow.annotations.Model public record Part(Long id, String name) {}
                        """)).isEmpty();
    }

    private String messages(String option, String text) throws Exception {
        ClassFolder library = new ClassFolder(folder.resolve(option.replace(':', '-')))
                .compileWithoutProcessor(List.of(option), text);
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        messages,
                        "-proc:only",
                        "-processor",
                        "dev.dataflow.processor.ModelProcessor",
                        "-d",
                        folder.toString(),
                        "-cp",
                        library.path() + File.pathSeparator + System.getProperty("java.class.path"),
                        "lib.Part");
        return messages.toString(StandardCharsets.UTF_8);
    }
}
