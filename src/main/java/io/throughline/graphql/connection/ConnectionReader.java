package io.throughline.graphql.connection;

import static java.util.stream.Collectors.toMap;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.SelectedType;
import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.Node;
import org.springframework.stereotype.Component;

/**
 * Reads lists. Every statement for a list that can grow has the slots that {@link ListStatement} fills and returns
 * {@code total}, null unless {@code $counted}, and {@code page}, a list of {@code {key, node}}.
 */
@Component
public class ConnectionReader {

    private final GraphReader graph;
    private final FilterRegistry filters;

    ConnectionReader(GraphReader graph, FilterRegistry filters) {
        this.graph = graph;
        this.filters = filters;
    }

    /** Reads a page of one list. */
    public <T> Connection<T> one(
            CypherStatement statement, Map<String, ?> parameters, ListRequest request, Function<Node, T> of) {
        return read(statement, parameters, request, Map.of(), node -> of.apply(node.asNode()));
    }

    /** Same, reading only the properties that the document selects; the statement takes {@code $keys}. */
    public <T extends Entity> Connection<T> one(
            CypherStatement statement, Map<String, ?> parameters, ListRequest request, SelectedType<T> type) {
        var keys = type.keys(request.selection());
        return read(statement, parameters, request, Map.of("keys", keys), node -> type.read(keys, node));
    }

    /**
     * Reads the same page of the lists of several owners in one statement, which takes their ids as {@code $ids} and
     * returns one row per owner with its {@code id}. An owner without a row gets an empty list.
     */
    public <T> Map<String, Connection<T>> each(
            CypherStatement statement,
            Collection<String> ids,
            Map<String, ?> parameters,
            ListRequest request,
            Function<Node, T> of) {
        return each(statement, ids, parameters, Map.of(), request, of);
    }

    /**
     * Same, for a statement with parameters that do not affect which entries the lists have.
     *
     * @param known parameters already looked up for these lists; not part of {@link Connection.Origin}
     */
    public <T> Map<String, Connection<T>> each(
            CypherStatement statement,
            Collection<String> ids,
            Map<String, ?> parameters,
            Map<String, ?> known,
            ListRequest request,
            Function<Node, T> of) {
        return read(statement, ids, parameters, request, known, node -> of.apply(node.asNode()));
    }

    /**
     * Same, reading only the properties that the document selects; the statement takes {@code $keys}, unless the
     * parameters pass them under other names.
     */
    public <T extends Entity> Map<String, Connection<T>> each(
            CypherStatement statement,
            Collection<String> ids,
            Map<String, ?> parameters,
            ListRequest request,
            SelectedType<T> type) {
        var keys = type.keys(request.selection());
        return read(statement, ids, parameters, request, Map.of("keys", keys), node -> type.read(keys, node));
    }

    /** Same for entries that are not nodes but maps, which the statement computes. */
    public <T> Map<String, Connection<T>> eachComputed(
            CypherStatement statement,
            Collection<String> ids,
            Map<String, ?> parameters,
            ListRequest request,
            Function<Value, T> of) {
        return read(statement, ids, parameters, request, Map.of(), of);
    }

    private <T> Connection<T> read(
            CypherStatement statement,
            Map<String, ?> parameters,
            ListRequest request,
            Map<String, ?> selected,
            Function<Value, T> of) {
        var filled = ListStatement.of(statement, request, filters);
        var origin = new Connection.Origin(statement.file(), null, parameters, request);
        var all = filled.parameters(parameters);
        selected.forEach(all::putIfAbsent);
        if (!request.isRead()) {
            return Connection.empty(origin);
        }
        return graph.one(filled.statement(), all, row -> read(row, origin, of))
                .orElseGet(() -> Connection.empty(origin));
    }

    private <T> Map<String, Connection<T>> read(
            CypherStatement statement,
            Collection<String> ids,
            Map<String, ?> parameters,
            ListRequest request,
            Map<String, ?> selected,
            Function<Value, T> of) {
        var filled = ListStatement.of(statement, request, filters);
        var all = filled.parameters(parameters);
        selected.forEach(all::putIfAbsent);
        all.put("ids", List.copyOf(ids));
        var rows = request.isRead()
                ? graph.list(filled.statement(), all, row -> {
                    var id = row.get("id").asString();
                    return Map.entry(
                            id, read(row, new Connection.Origin(statement.file(), id, parameters, request), of));
                })
                : List.<Map.Entry<String, Connection<T>>>of();
        var found = rows.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return ids.stream().distinct().collect(toMap(id -> id, id -> {
            var connection = found.get(id);
            return connection == null
                    ? Connection.empty(new Connection.Origin(statement.file(), id, parameters, request))
                    : connection;
        }));
    }

    /**
     * Reads short lists of several owners completely, without paging. The statement takes the owners' ids as {@code $ids} and
     * returns rows of {@code id} and {@code nodes}. An owner without a row gets an empty list.
     */
    public <T> Map<String, List<T>> whole(
            CypherStatement statement, Collection<String> ids, Map<String, ?> parameters, Function<Node, T> of) {
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

    private static <T> Connection<T> read(Record row, Connection.Origin origin, Function<Value, T> of) {
        var page = origin.request().page();
        var found = row.get("page")
                .asList(entry -> new Connection.Edge<>(
                        of.apply(entry.get("node")),
                        origin.request().cursor(entry.get("key").asList(Value::asObject))));
        var edges = new ArrayList<>(found.subList(0, Math.min(page.count(), found.size())));
        if (page.backward()) {
            Collections.reverse(edges);
        }
        var more = found.size() > page.count();
        var skipped = page.cursor() != null && page.count() > 0;
        return new Connection<>(
                edges,
                new Connection.PageInfo(
                        page.backward() ? skipped : more,
                        page.backward() ? more : skipped,
                        edges.isEmpty() ? null : edges.get(0).position(),
                        edges.isEmpty() ? null : edges.get(edges.size() - 1).position()),
                count(row, "total"),
                count(row, "members"),
                row.containsKey("newest") ? NewestEvidence.of(row.get("newest")) : null,
                origin);
    }

    private static @Nullable Integer count(Record row, String column) {
        return row.containsKey(column) && !row.get(column).isNull()
                ? row.get(column).asInt()
                : null;
    }
}
