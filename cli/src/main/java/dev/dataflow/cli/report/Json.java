package dev.dataflow.cli.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** How JSON is written: components of records in their order, nothing that is null, and line breaks alike everywhere. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(each -> each.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    /** The text of a tree of maps, lists and records, with a line break at its end. */
    public static String write(Map<String, ?> tree) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree).replace("\r\n", "\n") + "\n";
    }
}
