package dev.dataflow.migrations.risk;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.rule.Level;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads policies from JSON and from properties. */
final class PolicyText {

    private static final String MAX_RISK = "maxRisk";
    private static final String ALLOW = "allow";
    private static final String APPROVALS = "approvals";
    private static final List<String> KEYS = List.of(MAX_RISK, ALLOW, APPROVALS);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private PolicyText() {}

    static Policy read(String text) {
        return text.stripLeading().startsWith("{") ? policy(json(text)) : policy(properties(text));
    }

    static SchemaException invalid(String what, String why, String fix) {
        return new SchemaException(
                new Problem(ErrorCode.POLICY_INVALID, "the policy is not valid: " + what, why, fix), null);
    }

    /** Values by their keys; those of approvals by {@code approvals.LEVEL}. */
    private static Policy policy(Map<String, List<String>> values) {
        Level maxRisk = Policy.DEFAULT.maxRisk();
        Set<String> allowed = new LinkedHashSet<>();
        Map<Level, Set<String>> approvals = new EnumMap<>(Level.class);
        for (Map.Entry<String, List<String>> each : values.entrySet()) {
            String key = each.getKey();
            if (key.equals(MAX_RISK)) {
                if (each.getValue().size() != 1) {
                    throw invalid("`maxRisk` has not one value", "a plan has one level", "write one level");
                }
                maxRisk = level(each.getValue().get(0));
            } else if (key.equals(ALLOW)) {
                allowed.addAll(each.getValue());
            } else if (key.startsWith(APPROVALS + ".")) {
                approvals.put(level(key.substring(APPROVALS.length() + 1)), new LinkedHashSet<>(each.getValue()));
            } else {
                throw invalid(
                        "it has no setting `" + key + "`",
                        "a policy has " + String.join(", ", KEYS),
                        NearestName.suggest(key, KEYS));
            }
        }
        return new Policy(maxRisk, allowed, approvals);
    }

    private static Level level(String text) {
        List<String> levels = Arrays.stream(Level.values()).map(Level::name).toList();
        String upper = text.strip().toUpperCase(Locale.ROOT);
        if (!levels.contains(upper)) {
            throw invalid(
                    "`" + text + "` is no level",
                    "levels are " + String.join(", ", levels),
                    NearestName.suggest(upper, levels));
        }
        return Level.valueOf(upper);
    }

    private static Map<String, List<String>> properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw invalid("it is neither JSON nor properties", String.valueOf(e.getMessage()), "correct its form");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String key : properties.stringPropertyNames()) {
            values.put(
                    key,
                    Arrays.stream(properties.getProperty(key).split(","))
                            .map(String::strip)
                            .filter(value -> !value.isEmpty())
                            .toList());
        }
        return values;
    }

    private static Map<String, List<String>> json(String text) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JacksonException e) {
            throw invalid("it is not JSON", String.valueOf(e.getOriginalMessage()), "correct its form");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        tree.properties().forEach(each -> {
            if (each.getKey().equals(APPROVALS) && each.getValue().isObject()) {
                each.getValue()
                        .properties()
                        .forEach(level -> values.put(APPROVALS + "." + level.getKey(), texts(level.getValue())));
            } else {
                values.put(each.getKey(), texts(each.getValue()));
            }
        });
        return values;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isString()) {
            texts.add(node.stringValue());
        } else if (node.isArray() && node.values().stream().allMatch(JsonNode::isString)) {
            node.values().forEach(each -> texts.add(each.stringValue()));
        } else {
            throw invalid("a value is neither a text nor a list of texts", "nothing else is read", "write texts");
        }
        return texts;
    }
}
