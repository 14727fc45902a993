package dev.dataflow.processor.registry;

import dev.dataflow.annotations.References;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** No circle of references that are all NOT NULL: no row could be the first. Reported once, at the first by name. */
final class CircleCheck implements CrossModelCheck {

    @Override
    public void check(KnownModel model, KnownModels others, Findings findings) {
        others.required(model).forEach((target, component) -> {
            List<String> circle = way(target, model.name(), others);
            boolean first = circle.stream().allMatch(other -> model.name().compareTo(other) <= 0);
            if (!circle.isEmpty() && first) {
                findings.report(
                        ModelProblem.CIRCULAR_REQUIREMENT,
                        component.place(References.class),
                        circle.stream()
                                .sorted()
                                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                                .collect(Collectors.joining(", ", circle.size() == 1 ? "the rows of " : "", "")));
            }
        });
    }

    /** The shortest way from one model to another over required references, both included; empty when there is none. */
    private static List<String> way(String from, String to, KnownModels models) {
        Map<String, String> cameFrom = new HashMap<>(Map.of(from, from));
        Deque<String> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty() && !cameFrom.containsKey(to)) {
            String at = open.remove();
            models.find(at)
                    .ifPresent(model -> models.required(model).keySet().stream()
                            .filter(next -> cameFrom.putIfAbsent(next, at) == null)
                            .forEach(open::add));
        }
        List<String> way = new ArrayList<>();
        for (String at = to; cameFrom.containsKey(at); at = cameFrom.get(at)) {
            way.add(at);
            if (at.equals(from)) {
                break;
            }
        }
        return way;
    }
}
