package io.throughline.analysis.networkmap;

import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.model.membership.MembershipRole;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Draws the maps of the field {@code graph}. */
@Service
public class GraphViewService {

    private static final int MAX_DEPTH = 3;
    private static final int MAX_NODES = 5_000;
    private static final int MAX_ROOTS = 200;

    /** Neither FOUNDER, which says nothing about today, nor BOARD_MEMBER: a seat is not a membership. */
    private static final Set<MembershipRole> DEFAULT_ROLES =
            EnumSet.complementOf(EnumSet.of(MembershipRole.FOUNDER, MembershipRole.BOARD_MEMBER));

    private final MapQueries map;

    GraphViewService(MapQueries map) {
        this.map = map;
    }

    /**
     * Draws the map for the arguments of {@code graph}; null for an omitted argument.
     *
     * @throws InvalidArgumentException if an argument is invalid
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
        if (steps < 0 || steps > MAX_DEPTH) {
            throw new InvalidArgumentException("depth", steps, "a whole number from 0 to " + MAX_DEPTH);
        }
        var nodeLimit = maxNodes == null ? 500 : maxNodes;
        if (nodeLimit < 1 || nodeLimit > MAX_NODES) {
            throw new InvalidArgumentException("maxNodes", nodeLimit, "a whole number from 1 to " + MAX_NODES);
        }
        var rootIds = roots.stream().distinct().toList();
        if (rootIds.isEmpty() || rootIds.size() > Math.min(MAX_ROOTS, nodeLimit)) {
            throw InvalidArgumentException.described(
                    "roots",
                    rootIds.isEmpty() ? "an empty list" : "a list of " + rootIds.size(),
                    "1 to %d ids of organizations, cities or regions, e.g. [\"c40\"], and no more than maxNodes (%d)"
                            .formatted(MAX_ROOTS, nodeLimit));
        }
        if (roles != null && roles.isEmpty()) {
            throw InvalidArgumentException.described(
                    "roles",
                    "an empty list",
                    "at least one role, e.g. [MEMBER, SIGNATORY]; leave roles out for all but FOUNDER and BOARD_MEMBER");
        }
        var minimum = minShared == null ? 2 : minShared;
        if (minimum < 1) {
            throw new InvalidArgumentException("minShared", minimum, "a whole number from 1");
        }
        var merge = Boolean.TRUE.equals(mergeParallel);
        var drawn = roles == null ? DEFAULT_ROLES : Set.copyOf(roles);
        var shape = membershipsAs == null ? MembershipShape.EDGE : membershipsAs;
        var content = map.read(rootIds, steps, drawn, asOf, nodeLimit, shape != MembershipShape.SHARED);
        return switch (shape) {
            case EDGE -> Graph.ofEdges(content, merge);
            case NODE -> Graph.ofNodes(content);
            case CHAIN -> Graph.ofChains(content);
            case SHARED -> Graph.ofShared(content, minimum);
        };
    }
}
