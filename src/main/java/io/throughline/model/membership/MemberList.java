package io.throughline.model.membership;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.reference.date.PartialDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * A list of members that a source gives.
 *
 * @param asOf the day it applies to
 * @param selection how its entries were chosen from the list of its source; null if not recorded
 * @param rule the rule of a selection; null for other lists
 * @param selectedFromIds the organizations in whose lists a selection was looked up
 */
public record MemberList(
        String id,
        String sourceId,
        @Nullable PartialDate asOf,
        Completeness complete,
        @Nullable ListSelection selection,
        @Nullable String rule,
        List<String> selectedFromIds,
        @Nullable String note)
        implements Entity {

    /** Reads a whole node with the label {@code MemberList}. */
    public static MemberList of(Node node) {
        var list = NodeReader.of(node);
        return new MemberList(
                list.id(),
                list.required("sourceId"),
                PartialDate.parseNullable(list.text("asOf")),
                list.requiredWord("complete", Completeness.class),
                list.word("selection", ListSelection.class),
                list.text("rule"),
                list.texts("selectedFromIds"),
                list.text("note"));
    }
}
