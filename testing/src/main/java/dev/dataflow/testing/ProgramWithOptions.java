package dev.dataflow.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that is started with further options. They come last, so that they win over its own. */
record ProgramWithOptions(ServerProgram program, List<String> options) implements ServerProgram {

    @Override
    public Engine engine() {
        return program.engine();
    }

    @Override
    public List<String> initialize(Path data) {
        return program.initialize(data);
    }

    @Override
    public List<String> start(Path data, int port) {
        List<String> line = new ArrayList<>(program.start(data, port));
        line.addAll(options);
        return line;
    }

    @Override
    public List<String> stop(Path data) {
        return program.stop(data);
    }

    @Override
    public Map<String, String> environment() {
        return program.environment();
    }

    @Override
    public JdbcUrl adminUrl(int port) {
        return program.adminUrl(port);
    }

    @Override
    public String dataFolderQuery() {
        return program.dataFolderQuery();
    }
}
