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
 * Reads lists. Every statement for a list that can grow has the slots that {@link ListStatement} fills and gives
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

    /** The page of one list. */
    public <T> Connection<T> one(
            CypherStatement statement, Map<String, ?> parameters, ListRequest listing, Function<Node, T> of) {
        return read(statement, parameters, listing, Map.of(), node -> of.apply(node.asNode()));
    }

    /** The same with only what the document selects; the statement takes {@code $keys}. */
    public <T extends Entity> Connection<T> one(
            CypherStatement statement, Map<String, ?> parameters, ListRequest listing, SelectedType<T> type) {
        var keys = type.keys(listing.selection());
        return read(statement, parameters, listing, Map.of("keys", keys), node -> type.read(keys, node));
    }

    /**
     * The same page of the lists of several owners at once; the statement takes their ids as {@code $ids} and gives
     * each row its {@code id}. An owner without a row has an empty list.
     */
    public <T> Map<String, Connection<T>> each(
            CypherStatement statement,
            Collection<String> ids,
            Map<String, ?> parameters,
            ListRequest listing,
            Function<Node, T> of) {
        return each(statement, ids, parameters, Map.of(), listing, of);
    }

    /**
     * The same for a statement that takes more than the lists depend on.
     *
     * @param known what was found out about the lists already
     */
    public <T> Map<String, Connection<T>> each(
            CypherStatement statement,
            Collection<String> ids,
            Map<String, ?> parameters,
            Map<String, ?> known,
            ListRequest listing,
            Function<Node, T> of) {
        return read(statement, ids, parameters, listing, known, node -> of.apply(node.asNode()));
    }

    /**
     * The same with only what the document selects; the statement takes {@code $keys}, unless the parameters hold them by
     * other names.
     */
    public <T extends Entity> Map<String, Connection<T>> each(
            CypherStatement statement,
            Collection<String> ids,
            Map<String, ?> parameters,
            ListRequest listing,
            SelectedType<T> type) {
        var keys = type.keys(listing.selection());
        return read(statement, ids, parameters, listing, Map.of("keys", keys), node -> type.read(keys, node));
    }

    private <T> Connection<T> read(
            CypherStatement statement,
            Map<String, ?> parameters,
            ListRequest listing,
            Map<String, ?> selected,
            Function<Value, T> of) {
        var asked = ListStatement.of(statement, listing, filters);
        var origin = new Connection.Origin(statement.file(), null, parameters, listing);
        var all = asked.parameters(parameters);
        selected.forEach(all::putIfAbsent);
        if (!listing.isRead()) {
            return Connection.empty(origin);
        }
        return graph.one(asked.statement(), all, row -> read(row, origin, of))
                .orElseGet(() -> Connection.empty(origin));
    }

    private <T> Map<String, Connection<T>> read(
            CypherStatement statement,
            Collection<String> ids,
            Map<String, ?> parameters,
            ListRequest listing,
            Map<String, ?> selected,
            Function<Value, T> of) {
        var asked = ListStatement.of(statement, listing, filters);
        var all = asked.parameters(parameters);
        selected.forEach(all::putIfAbsent);
        all.put("ids", List.copyOf(ids));
        var rows = listing.isRead()
                ? graph.list(asked.statement(), all, row -> {
                    var id = row.get("id").asString();
                    return Map.entry(
                            id, read(row, new Connection.Origin(statement.file(), id, parameters, listing), of));
                })
                : List.<Map.Entry<String, Connection<T>>>of();
        var found = rows.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return ids.stream().distinct().collect(toMap(id -> id, id -> {
            var connection = found.get(id);
            return connection == null
                    ? Connection.empty(new Connection.Origin(statement.file(), id, parameters, listing))
                    : connection;
        }));
    }

    /**
     * Short lists of several owners at once, whole; the statement takes the owners' ids as {@code $ids} and gives rows of
     * {@code id} and {@code nodes}. An owner without a row has an empty list.
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
        var page = origin.listing().page();
        var found = row.get("page")
                .asList(entry -> new Connection.Edge<>(
                        of.apply(entry.get("node")),
                        origin.listing().cursor(entry.get("key").asList(Value::asObject))));
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
                        shown.isEmpty() ? null : shown.get(0).position(),
                        shown.isEmpty() ? null : shown.get(shown.size() - 1).position()),
                counted(row, "total"),
                counted(row, "members"),
                origin);
    }

    private static @Nullable Integer counted(Record row, String column) {
        return row.containsKey(column) && !row.get(column).isNull()
                ? row.get(column).asInt()
                : null;
    }
}
