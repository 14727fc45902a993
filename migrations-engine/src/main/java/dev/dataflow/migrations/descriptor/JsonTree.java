package dev.dataflow.migrations.descriptor;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as objects, lists, texts, numbers and booleans. Jackson's databind could do more, but opening a database would wait for
 * some hundred of its classes.
 */
final class JsonTree {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // a parser's default is to quote the text it could not read
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonTree() {}

    /**
     * Reads one value.
     *
     * @param in where from
     * @return the value; null when there is none
     * @throws tools.jackson.core.JacksonException when it is no JSON
     * @throws DescriptorFormException when more follows
     */
    static @Nullable Object read(InputStream in) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() == null) {
                return null;
            }
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new DescriptorFormException("something follows it");
            }
            return value;
        }
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getIntValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new DescriptorFormException("it holds " + parser.currentToken());
        };
    }

    private static JsonObject object(JsonParser parser) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            properties.put(name, value(parser));
        }
        return new JsonObject(properties);
    }

    private static List<@Nullable Object> array(JsonParser parser) {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }
}
