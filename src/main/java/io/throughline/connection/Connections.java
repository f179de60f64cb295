package io.throughline.connection;

import static java.util.stream.Collectors.toMap;

import io.throughline.cypher.GraphReader;
import io.throughline.cypher.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;
import org.springframework.stereotype.Component;

/**
 * Reads lists. Every statement for a list that can grow takes {@code $afterKey}, {@code $afterId} and {@code $limit} and
 * gives {@code total} and {@code page}, a list of {@code {key, node}} in order of key and id.
 */
@Component
public class Connections {

    private final GraphReader graph;

    Connections(GraphReader graph) {
        this.graph = graph;
    }

    /** The page of one list. */
    public <T> Connection<T> one(Statement statement, Map<String, ?> parameters, Page page, Function<Node, T> of) {
        return graph.one(
                        towards(page, statement),
                        with(parameters, page),
                        row -> read(row.get("total"), row.get("page"), page, of))
                .orElseGet(Connection::empty);
    }

    /**
     * The same page of the lists of several owners at once; the statement takes their ids as {@code $ids} and gives
     * each row its {@code id}. An owner without a row has an empty list.
     */
    public <T> Map<String, Connection<T>> each(
            Statement statement, Collection<String> ids, Map<String, ?> parameters, Page page, Function<Node, T> of) {
        var all = with(parameters, page);
        all.put("ids", List.copyOf(ids));
        var found = graph
                .list(
                        towards(page, statement),
                        all,
                        row -> Map.entry(row.get("id").asString(), read(row.get("total"), row.get("page"), page, of)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return ids.stream().distinct().collect(toMap(id -> id, id -> found.getOrDefault(id, Connection.empty())));
    }

    /**
     * Short lists of several owners at once, whole; the statement takes the owners' ids as {@code $ids} and gives rows of
     * {@code id} and {@code nodes}. An owner without a row has an empty list.
     */
    public <T> Map<String, List<T>> whole(
            Statement statement, Collection<String> ids, Map<String, ?> parameters, Function<Node, T> of) {
        var all = new HashMap<String, Object>(parameters);
        all.put("ids", List.copyOf(ids));
        var found = graph
                .list(
                        statement,
                        all,
                        row -> Map.entry(
                                row.get("id").asString(), row.get("nodes").asList(node -> of.apply(node.asNode()))))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return ids.stream().distinct().collect(toMap(id -> id, id -> found.getOrDefault(id, List.of())));
    }

    private static Map<String, Object> with(Map<String, ?> parameters, Page page) {
        var all = new HashMap<String, Object>(parameters);
        all.putAll(page.parameters());
        return all;
    }

    private static Statement towards(Page page, Statement statement) {
        return page.backward() ? statement.reversed() : statement;
    }

    private static <T> Connection<T> read(Value total, Value rows, Page page, Function<Node, T> of) {
        var found = rows.asList(row -> new Connection.Edge<>(
                of.apply(row.get("node").asNode()),
                new Cursor(row.get("key").asString(), row.get("node").get("id").asString()).text()));
        var shown = new ArrayList<>(found.subList(0, Math.min(page.count(), found.size())));
        if (page.backward()) {
            Collections.reverse(shown);
        }
        var more = found.size() > page.count();
        var left = page.beside() != null && page.count() > 0;
        return new Connection<>(
                shown,
                new Connection.PageInfo(
                        page.backward() ? left : more,
                        page.backward() ? more : left,
                        shown.isEmpty() ? null : shown.get(0).cursor(),
                        shown.isEmpty() ? null : shown.get(shown.size() - 1).cursor()),
                total.asInt());
    }
}
