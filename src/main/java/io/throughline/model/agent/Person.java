package io.throughline.model.agent;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/** The holder of a public office. */
public record Person(String id, String name, @Nullable String office) implements Entity {

    static Person of(Node node) {
        var person = NodeReader.of(node);
        return new Person(person.id(), person.required("name"), person.text("office"));
    }
}
