package io.throughline.benchmark;

import static org.neo4j.graphdb.RelationshipType.withName;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;

/** Shared by all parts of a generated graph: the nodes written so far, and the writing of names and claims. */
final class Facts {

    static final RelationshipType SUPPORTS = withName("SUPPORTS");
    static final RelationshipType STATED_IN = withName("STATED_IN");

    private final StoreWriter store;
    private final SplittableRandom random = new SplittableRandom(3);
    /** Element ids by id, except for cities. */
    private final Map<String, String> elementIds = new HashMap<>();

    Facts(StoreWriter store) {
        this.store = store;
    }

    StoreWriter store() {
        return store;
    }

    /** Used by all parts in turn, so that a graph of a given size is always the same. */
    SplittableRandom random() {
        return random;
    }

    /** Remembers a node that others will be linked to. */
    Node keep(Draft<Node> draft) {
        var node = draft.written();
        elementIds.put(node.getProperty("id").toString(), node.getElementId());
        return node;
    }

    /** Returns a remembered node. */
    Node node(String id) {
        return store.byElementId(String.valueOf(elementIds.get(id)));
    }

    void eachNode(Consumer<Node> then) {
        elementIds.values().forEach(element -> then.accept(store.byElementId(element)));
    }

    Node writeClaim(String id, Node source, String subject, String property, String value) {
        var claim = store.node(id, "Claim")
                .with("sourceId", source.getProperty("id"))
                .with("locator", "member list")
                .with("strength", "STATED")
                .with("rank", "NORMAL")
                .with("subjectId", subject)
                .with("property", property)
                .with("value", value)
                .written();
        store.link(claim, STATED_IN, source);
        return claim;
    }

    void writeName(String owner, Node node, String value, String kind, String source) {
        var name = store.node(owner + "/name/" + value, "Name")
                .with("subjectId", owner)
                .with("value", value)
                .with("kind", kind)
                .with("sourceId", source)
                .with("folded", Draft.folded(value))
                .foundBy(value)
                .written();
        store.link(node, withName("HAS_NAME"), name);
    }
}
