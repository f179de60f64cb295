package io.throughline.analysis.path;

import io.throughline.reference.date.Truth;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A path from one agent to another.
 *
 * @param steps at least one; each starts where the previous one ends, and no agent is visited twice
 */
record Path(List<Step> steps) {

    public int length() {
        return steps.size();
    }

    /**
     * A step from one agent to the next.
     *
     * @param edges the memberships that connect the two, at least one, by id
     * @param holds whether one of them held on the requested day; null without a day
     */
    record Step(
            String fromId,
            String toId,
            StepDirection direction,
            List<MembershipEdge> edges,
            @Nullable Truth holds) {

        /**
         * A step along several memberships between the same two agents.
         *
         * @param edges at least one, by their ids
         */
        static Step along(
                SortedMap<String, MembershipEdge> edges, String fromId, String toId, @Nullable LocalDate day) {
            var holds = day == null
                    ? null
                    : edges.values().stream().anyMatch(edge -> edge.on(day) == Truth.HOLDS)
                            ? Truth.HOLDS
                            : Truth.UNKNOWN;
            return new Step(fromId, toId, direction(edges, fromId), List.copyOf(edges.values()), holds);
        }

        private static StepDirection direction(SortedMap<String, MembershipEdge> edges, String fromId) {
            var directions = edges.values().stream()
                    .map(edge -> edge.directionFrom(fromId))
                    .filter(direction -> direction != StepDirection.ACROSS)
                    .distinct()
                    .toList();
            return directions.size() == 1 ? directions.get(0) : StepDirection.ACROSS;
        }

        List<String> membershipIds() {
            return edges.stream().map(MembershipEdge::id).toList();
        }
    }
}
