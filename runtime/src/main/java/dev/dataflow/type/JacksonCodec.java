package dev.dataflow.type;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.TypeFactory;

/** Jackson 3, set to lose nothing: unknown properties and converted scalars are refused, numbers keep their digits. */
final class JacksonCodec implements JsonCodec {

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
                    .build())
            // what has no properties would be written as {}, and be lost
            .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .addModule(new SimpleModule().addDeserializer(Object.class, new Untyped()))
            .build();

    @Override
    public String write(Object value, JsonType type) {
        return type.equals(JsonType.ANY)
                ? mapper.writeValueAsString(value)
                : mapper.writerFor(javaType(type)).writeValueAsString(value);
    }

    @Override
    public Object read(String json, JsonType type) {
        return mapper.readValue(json, javaType(type));
    }

    private JavaType javaType(JsonType type) {
        TypeFactory types = mapper.getTypeFactory();
        List<JsonType> arguments = type.arguments();
        if (arguments.isEmpty()) {
            return types.constructType(type.raw());
        }
        if (type.raw().isArray()) {
            return types.constructArrayType(javaType(arguments.get(0)));
        }
        return types.constructParametricType(
                type.raw(), arguments.stream().map(this::javaType).toArray(JavaType[]::new));
    }

    /** Values of no known class, with the same numbers as the map face. */
    private static final class Untyped extends StdDeserializer<Object> {

        Untyped() {
            super(Object.class);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            return switch (parser.currentToken()) {
                case START_OBJECT ->
                    context.readValue(
                            parser,
                            context.getTypeFactory()
                                    .constructMapType(java.util.LinkedHashMap.class, String.class, Object.class));
                case START_ARRAY ->
                    context.readValue(
                            parser,
                            context.getTypeFactory().constructCollectionType(java.util.ArrayList.class, Object.class));
                case VALUE_STRING -> parser.getString();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                default -> JsonNumber.plain(new BigDecimal(parser.getString()));
            };
        }
    }
}
