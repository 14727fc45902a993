package dev.dataflow.migrations.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.ColumnType;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How a schema looks as JSON: its components by name, types as their text, and nothing that is null or empty. */
public final class Form {

    /** The reader's attribute that says of which database types are. */
    public static final String ENGINE = "engine";

    /** Writes and reads it; strict: what is missing, unknown or there twice is refused. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(each -> each.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .withConfigOverride(
                    List.class, each -> each.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(
                    SortedMap.class, each -> each.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            // an empty text says something else than none
            .withConfigOverride(
                    String.class,
                    each -> each.setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL)))
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new NeededPrimitives(), new JacksonAnnotationIntrospector()))
            .addModule(new SimpleModule()
                    .addSerializer(ColumnType.class, new TypeWriter())
                    .addDeserializer(ColumnType.class, new TypeReader()))
            .build();

    private Form() {}

    /** A number or a yes that is not there is no 0 and no no. */
    private static final class NeededPrimitives extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return member.getRawType().isPrimitive();
        }
    }

    private static final class TypeWriter extends StdSerializer<ColumnType> {
        TypeWriter() {
            super(ColumnType.class);
        }

        @Override
        public void serialize(ColumnType type, JsonGenerator to, SerializationContext context) {
            to.writeString(type.sql());
        }
    }

    private static final class TypeReader extends StdDeserializer<ColumnType> {
        TypeReader() {
            super(ColumnType.class);
        }

        @Override
        public ColumnType deserialize(JsonParser from, DeserializationContext context) {
            return ColumnType.of((DatabaseEngine) context.getAttribute(ENGINE), from.getString());
        }
    }
}
