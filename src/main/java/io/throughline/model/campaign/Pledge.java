package io.throughline.model.campaign;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * What a member has promised.
 *
 * @param text what is to be achieved, in our words or as the source calls it
 * @param kind the kind of target, by the words of {@code text}
 * @param targetYear the year by which it is to be met; null when no source gives a single year
 * @param target the target date in words, when it is not a year
 * @param underId the organization it was made to or within; null when no source says
 */
record Pledge(
        String id,
        String subjectId,
        String text,
        TargetKind kind,
        @Nullable Integer targetYear,
        @Nullable String target,
        @Nullable String underId)
        implements Entity {

    static Pledge of(Node node) {
        var pledge = NodeReader.of(node);
        var text = pledge.required("text");
        // a graph with a newer dataset, or one restored from an older server, has no kinds
        var kind = pledge.word("kind", TargetKind.class);
        return new Pledge(
                pledge.id(),
                pledge.required("subjectId"),
                text,
                kind == null ? TargetKind.of(text) : kind,
                pledge.whole("targetYear"),
                pledge.text("target"),
                pledge.text("underId"));
    }
}
