package dev.dataflow.docs;

import static dev.dataflow.docs.ProjectTable.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ForeignKeyViolationException;
import dev.dataflow.error.UniqueViolationException;
import dev.dataflow.migrations.SchemaDdl;
import dev.dataflow.migrations.descriptor.DescriptorReader;
import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scenes of the page about soft delete. */
@EveryEngine
class SoftDeleteGuideTest extends GuideScenes {

    private DataFlow office;
    private ProjectNodes projects;
    private TaskNodes tasks;
    private NoteNodes notes;
    private InvoiceNodes invoices;

    SoftDeleteGuideTest(TestDatabase engine) {
        super(engine);
    }

    // docs:with-tasks
    record ProjectWithTasks(String code, List<Task> tasks) {}
    // docs:end

    @BeforeEach
    void openOffice() {
        office = builder()
                .models(Project.class, Task.class, Note.class, Invoice.class)
                .build();
        projects = ProjectNodes.on(office);
        tasks = TaskNodes.on(office);
        notes = NoteNodes.on(office);
        invoices = InvoiceNodes.on(office);
        for (int i = 1; i <= 3; i++) {
            String code = List.of("bridge", "tower", "tunnel").get(i - 1);
            int number = i;
            Project project = projects.create(draft -> draft.code(code).number(number));
            tasks.create(draft -> draft.projectId(project.id()).title("plan"));
            tasks.create(draft -> draft.projectId(project.id()).title("build"));
            notes.create(draft -> draft.projectId(project.id()).text("about the " + code));
        }
    }

    @AfterEach
    void closeOffice() {
        office.close();
    }

    @Test
    void schema() {
        scene("soft-schema");
        DatabaseEngine engine = DatabaseEngine.valueOf(engine().name());
        ModelDescriptor project = new DescriptorReader(getClass().getClassLoader()).read(Project.class.getName());
        SchemaDdl.statements(engine, List.of(project)).forEach(sql -> print(sql + ";"));
        end();
    }

    @Test
    void reads() {
        projects.bulkDelete(query -> query.where(PROJECT.CODE.eq("tower")));
        scene("soft-read");
        // docs:soft-read
        print(projects.read(2));
        print(projects.list(query -> query.orderBy(PROJECT.CODE)).records());
        print(projects.count(query -> query.filter(Map.of("tasks", Map.of("$some", Map.of())))));
        // docs:end
        end();
        scene("soft-include");
        // docs:soft-include
        print(projects.read(2L, options -> options.includeDeleted()));
        print(projects.count(query -> query.includeDeleted()));
        print(office.node("ProjectReadNode").run(Map.of("id", 2, "include_deleted", true)));
        // docs:end
        end();
    }

    @Test
    void deletes() {
        scene("soft-delete");
        // docs:soft-delete
        print(tasks.delete(1));
        print(tasks.delete(1)); // it is deleted already
        print(tasks.bulkDelete(query -> query.filter(Map.of("title", "build"))).deleted());
        // docs:end
        end();
        scene("hard-delete");
        // docs:hard-delete
        print(tasks.delete(1L, options -> options.hard())); // removed, and so would a live row be
        // docs:end
        end();
    }

    @Test
    void cascades() {
        scene("soft-cascade");
        // docs:soft-cascade
        print(projects.delete(1));
        print(tasks.count() + " tasks, " + notes.read(1));
        // docs:end
        end();
    }

    @Test
    void restricts() {
        invoices.create(draft -> draft.projectId(2).cents(100));
        scene("soft-restrict");
        // docs:soft-restrict
        try {
            projects.delete(2);
        } catch (ForeignKeyViolationException e) {
            print(e.getMessage());
        }
        // docs:end
        endOutput();
        assertThat(tasks.count()).isEqualTo(6);
    }

    @Test
    void restores() {
        projects.delete(1);
        scene("soft-restore");
        // docs:soft-restore
        print(projects.restore(1));
        print(tasks.restore(query -> query.filter(Map.of("project_id", 1))).updated() + " tasks too");
        // docs:end
        end();
    }

    @Test
    void keys() {
        projects.delete(2);
        scene("soft-keys");
        // docs:soft-keys
        print(projects.create(draft -> draft.code("tower").number(4))); // the deleted one has let go of its code
        try {
            projects.restore(2);
        } catch (UniqueViolationException e) {
            print(e.code() + " " + e.fields());
        }
        try {
            projects.create(draft -> draft.code("mast").number(2)); // but keeps its number
        } catch (UniqueViolationException e) {
            print(e.code() + " " + e.fields());
        }
        // docs:end
        endOutput();
    }

    @Test
    void upserts() {
        projects.delete(2);
        scene("soft-upsert");
        // docs:soft-upsert
        print(projects.upsert(
                draft -> draft.code("spire").number(2), // the number of the deleted tower
                on -> on.conflictOn(PROJECT.NUMBER)));
        // docs:end
        end();
    }

    @Test
    void relations() {
        tasks.delete(1);
        scene("soft-relation");
        // docs:soft-relation
        print(projects.read(1, ProjectWithTasks.class));
        // docs:end
        end();
        tasks.delete(2);
        projects.delete(1);
        scene("soft-reference");
        // docs:soft-reference
        try {
            tasks.create(draft -> draft.projectId(1).title("tidy up"));
        } catch (ForeignKeyViolationException e) {
            print(e.getMessage());
        }
        // docs:end
        end();
    }

    @Test
    void purges() {
        projects.delete(1);
        scene("soft-purge");
        // docs:soft-purge
        print(projects.purge(Duration.ofDays(30), query -> query.confirmed()).deleted() + " after a month");
        print(projects.purge(
                                Instant.parse("2026-02-01T00:00:00Z"),
                                query -> query.filter(Map.of("code", Map.of("$like", "b%"))))
                        .deleted()
                + " deleted before February");
        // docs:end
        endOutput();
    }
}
