package io.throughline.model.campaign;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.source.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * A goal of a campaign or another organization.
 *
 * @param value the number to reach; null for a goal without one
 * @param actors who is to act, as printed
 * @param scopeId the place it is limited to
 */
@StagedBuilder
record Goal(
        String id,
        String subjectId,
        String text,
        @Nullable Integer targetYear,
        @Nullable Bound bound,
        @Nullable Long value,
        @Nullable Comparator comparator,
        @Nullable String unit,
        List<String> actors,
        @Nullable String scopeId)
        implements Entity {

    static Goal of(Node node) {
        var goal = NodeReader.of(node);
        return GoalBuilder.builder()
                .id(goal.id())
                .subjectId(goal.required("subjectId"))
                .text(goal.required("text"))
                .actors(goal.texts("actors"))
                .targetYear(goal.whole("targetYear"))
                .bound(goal.word("bound", Bound.class))
                .value(goal.longWhole("value"))
                .comparator(goal.word("comparator", Comparator.class))
                .unit(goal.text("unit"))
                .scopeId(goal.text("scopeId"))
                .build();
    }
}
