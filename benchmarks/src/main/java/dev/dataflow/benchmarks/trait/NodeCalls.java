package dev.dataflow.benchmarks.trait;

import dev.dataflow.node.ModelNodes;
import java.util.Map;

/**
 * By nodes.
 *
 * @param nodes the model's nodes
 * @param update how a row is written, which is typed
 */
record NodeCalls(ModelNodes<?, Long, ?, ?> nodes, Update update) implements Calls {

    interface Update {
        Object of(long id, int stock);
    }

    @Override
    public Object read(long id) {
        return nodes.read(id);
    }

    @Override
    public Object list(String title) {
        return nodes.list(query -> query.filter(Map.of("title", title)).limit(ArticleRows.COUNT));
    }

    @Override
    public Object count(String title) {
        return nodes.count(query -> query.filter(Map.of("title", title)));
    }

    @Override
    public Object update(long id, int stock) {
        return update.of(id, stock);
    }
}
