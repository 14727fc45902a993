package dev.dataflow.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What to write into a build, ready to be copied. */
final class BuildSnippets {

    private static final String TEXT = """
            add the processor to the build of the module that holds the models, and rebuild from clean
                Maven, in <build><plugins>:
                  <plugin>
                    <groupId>org.apache.maven.plugins</groupId>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <configuration>
                      <annotationProcessorPaths>
                        <path>
                          <groupId>dev.dataflow</groupId>
                          <artifactId>dataflow-processor</artifactId>
                          <version>VERSION</version>
                        </path>
                      </annotationProcessorPaths>
                    </configuration>
                  </plugin>
                Gradle:
                  dependencies {
                    annotationProcessor("dev.dataflow:dataflow-processor:VERSION")
                  }
                javac with the processor on the class path only: -proc:full (since 23 it runs none unless told)""";

    private BuildSnippets() {}

    static String addProcessor() {
        return TEXT.replace("VERSION", version());
    }

    private static String version() {
        try (InputStream in = BuildSnippets.class.getResourceAsStream("version.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
