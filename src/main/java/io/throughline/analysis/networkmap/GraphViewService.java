package io.throughline.analysis.networkmap;

import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.model.membership.MembershipRole;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Draws maps as the field {@code graph} describes them. */
@Service
public class GraphViewService {

    private static final int DEEPEST = 3;
    private static final int MOST_NODES = 5_000;
    private static final int MOST_ROOTS = 200;

    /** All but founding, which says nothing about today. */
    private static final Set<MembershipRole> DRAWN = EnumSet.complementOf(EnumSet.of(MembershipRole.FOUNDER));

    private final MapQueries map;

    GraphViewService(MapQueries map) {
        this.map = map;
    }

    /**
     * The map that the arguments of {@code graph} ask for; null for one that is left out.
     *
     * @throws InvalidArgumentException if one of them cannot be used
     */
    public Graph draw(
            List<String> roots,
            @Nullable Integer depth,
            @Nullable List<MembershipRole> roles,
            @Nullable MembershipShape membershipsAs,
            @Nullable Boolean mergeParallel,
            @Nullable Integer minShared,
            @Nullable LocalDate asOf,
            @Nullable Integer maxNodes) {
        var steps = depth == null ? 1 : depth;
        if (steps < 0 || steps > DEEPEST) {
            throw new InvalidArgumentException("depth", steps, "a whole number from 0 to " + DEEPEST);
        }
        var most = maxNodes == null ? 500 : maxNodes;
        if (most < 1 || most > MOST_NODES) {
            throw new InvalidArgumentException("maxNodes", most, "a whole number from 1 to " + MOST_NODES);
        }
        var rootIds = roots.stream().distinct().toList();
        if (rootIds.isEmpty() || rootIds.size() > Math.min(MOST_ROOTS, most)) {
            throw InvalidArgumentException.described(
                    "roots",
                    rootIds.isEmpty() ? "an empty list" : "a list of " + rootIds.size(),
                    "1 to %d ids of organizations, cities or regions, e.g. [\"c40\"], and no more than maxNodes, %d"
                            .formatted(MOST_ROOTS, most));
        }
        if (roles != null && roles.isEmpty()) {
            throw InvalidArgumentException.described(
                    "roles",
                    "an empty list",
                    "one role or more, e.g. [MEMBER, SIGNATORY], or no roles for all but FOUNDER");
        }
        var fewest = minShared == null ? 2 : minShared;
        if (fewest < 1) {
            throw new InvalidArgumentException("minShared", fewest, "a whole number from 1");
        }
        var merge = Boolean.TRUE.equals(mergeParallel);
        var drawn = roles == null ? DRAWN : Set.copyOf(roles);
        var shape = membershipsAs == null ? MembershipShape.EDGE : membershipsAs;
        var severalInOne = merge || shape == MembershipShape.SHARED;
        var around = map.around(rootIds, steps, drawn, asOf, most);
        var ties = map.among(around.agents().stream().map(GraphNode::id).toList(), drawn, asOf, severalInOne);
        return switch (shape) {
            case EDGE -> Graph.ofEdges(around, ties, merge);
            case NODE -> Graph.ofNodes(around, ties);
            case SHARED -> Graph.ofShared(around, ties, fewest);
        };
    }
}
