package dev.dataflow.migrations.catalog;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.fixture.Recording;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.table.Column;
import dev.dataflow.migrations.table.DeleteRule;
import dev.dataflow.migrations.table.ForeignKey;
import dev.dataflow.migrations.table.PrimaryKey;
import dev.dataflow.migrations.table.Table;
import dev.dataflow.migrations.table.TypeFamily;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A schema that other people made. */
class ChinookTest extends SchemaTest {

    private static final Pattern WANTED = Pattern.compile("(?s)(CREATE TABLE|CREATE (UNIQUE )?INDEX|ALTER TABLE)\\s.*");

    private String album;
    private String track;

    @BeforeEach
    void createSchema() throws IOException, SQLException {
        String file = "Chinook_" + by("PostgreSql", "MySql", "Sqlite") + ".sql";
        Path script = Path.of("../../shared/data").resolve(file);
        assumeThat(script).as("%s is not there, so this is skipped", script).exists();
        String text = Files.readString(script).replace("\uFEFF", "").replaceAll("(?s)/\\*.*?\\*/", "");
        for (String statement : text.split(";\\s*\\R")) {
            if (WANTED.matcher(statement.strip()).matches()) {
                execute(statement.strip());
            }
        }
        album = by("album", "Album", "Album");
        track = by("track", "Track", "Track");
    }

    @Test
    void catalogIsRead() throws SQLException {
        assertThat(tables()).hasSize(11);
        Recording recording = new Recording(connection);
        LiveSchema live = new CatalogReader(engine)
                .read(
                        recording.connection(),
                        tables().stream().map(TableName::of).toList(),
                        List.of());
        assertThat(recording.statements()).hasSize(4);
        assertThat(live.tables()).hasSize(11);
        Table tracks = live.table(TableName.of(track)).orElseThrow();
        assertThat(tracks.columns()).hasSize(9);
        assertThat(tracks.primaryKey()).isEqualTo(new PrimaryKey(List.of(name("track_id", "TrackId"))));
        assertThat(tracks.foreignKeys())
                .hasSize(3)
                .extracting(key -> key.targetTable().name(), ForeignKey::onDelete)
                .contains(tuple(album, DeleteRule.NO_ACTION));
        Column bytes = tracks.column(name("bytes", "Bytes")).orElseThrow();
        assertThat(bytes.nullable()).isTrue();
        assertThat(bytes.type().family()).isEqualTo(TypeFamily.INTEGER);
        Table both = live.table(TableName.of(by("playlist_track", "PlaylistTrack", "PlaylistTrack")))
                .orElseThrow();
        assertThat(both.primaryKey())
                .isEqualTo(new PrimaryKey(List.of(name("playlist_id", "PlaylistId"), name("track_id", "TrackId"))));
    }

    @Test
    void modelsOpenOnIt() throws SQLException {
        ModelDescriptor artists = model("Artist", by("artist", "Artist", "Artist"))
                .column(name("artist_id", "ArtistId"), LogicalType.INT32)
                .key(name("artist_id", "ArtistId"), KeyGeneration.ASSIGNED)
                .nullable(name("name", "Name"), LogicalType.VARCHAR)
                .build();
        ModelDescriptor albums = model("Album", album)
                .column(name("album_id", "AlbumId"), LogicalType.INT32)
                .key(name("album_id", "AlbumId"), KeyGeneration.ASSIGNED)
                .varchar(name("title", "Title"), 160)
                .column(name("artist_id", "ArtistId"), LogicalType.INT32)
                .references(name("artist_id", "ArtistId"), "Artist")
                .build();
        if (engine == DatabaseEngine.SQLITE) {
            check(albums, artists); // lengths are not kept there
        } else {
            assertThatThrownBy(() -> check(albums, artists))
                    .hasMessageContaining("in 1 place:")
                    .hasMessageContaining("(120), the model says varchar(255)");
        }
    }

    private String name(String snake, String pascal) {
        return engine == DatabaseEngine.POSTGRESQL ? snake : pascal;
    }
}
