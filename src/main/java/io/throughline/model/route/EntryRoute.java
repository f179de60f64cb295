package io.throughline.model.route;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.reference.date.PartialDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * A route into an organization that a source describes for everyone.
 *
 * @param applicants who it is for, in words
 * @param stepIds the organizations along the route, in order; the last is the destination
 * @param conditionId the criteria to be met
 */
record EntryRoute(
        String id,
        String applicants,
        List<String> stepIds,
        @Nullable String conditionId,
        @Nullable PartialDate openSince,
        @Nullable String text)
        implements Entity {

    /** Whether it leads through exactly these organizations before it reaches its destination. */
    boolean leadsThrough(List<String> organizationIds) {
        return !stepIds.isEmpty() && stepIds.subList(0, stepIds.size() - 1).equals(organizationIds);
    }

    static EntryRoute of(Node node) {
        var route = NodeReader.of(node);
        return new EntryRoute(
                route.id(),
                route.required("applicants"),
                route.texts("stepIds"),
                route.text("conditionId"),
                PartialDate.parseNullable(route.text("openSince")),
                route.text("text"));
    }
}
