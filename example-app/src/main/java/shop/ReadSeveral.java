package shop;

import java.util.List;
import java.util.stream.Collectors;

/** Several rows by their keys, in one statement. */
final class ReadSeveral implements Step {

    @Override
    public String title() {
        return "Read: several countries";
    }

    @Override
    public void run(Stage stage) {
        List<Country> countries = stage.call(
                "countries.readAll(List.of(\"NZ\", \"DE\", \"KE\"))",
                () -> stage.nodes().countries().readAll(List.of("NZ", "DE", "KE")));
        stage.result("%s", countries.stream().map(Country::name).collect(Collectors.joining(", ")));
    }
}
