package io.throughline.model.route;

import static java.util.stream.Collectors.joining;

import io.throughline.model.membership.Directness;
import io.throughline.model.membership.Membership;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Strength;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route by which an agent is in an organization.
 *
 * @param steps the memberships it consists of, in order, starting at the agent; at least one
 * @param viaIds the organizations between the agent and the destination, in order, starting at the agent
 * @param viaStatus whether a source names the partner
 * @param gap the membership without which it is only possible; null for other kinds
 */
record Route(
        RouteKind kind,
        Directness directness,
        List<String> viaIds,
        ViaStatus viaStatus,
        List<Membership> steps,
        @Nullable RouteGap gap,
        String note) {

    /**
     * A membership that no source states.
     *
     * @param viaId the partner through which it would be; null where it is in a circle
     */
    record RouteGap(
            String memberId,
            String organizationId,
            @Nullable String viaId) {

        private static RouteGap in(List<Membership> steps) {
            var joining = steps.get(0);
            var next = steps.get(1);
            return isCircle(next)
                    ? new RouteGap(joining.memberId(), next.memberId(), null)
                    : new RouteGap(joining.memberId(), next.organizationId(), joining.organizationId());
        }
    }

    /**
     * The route that these memberships form.
     *
     * @param computed whether it was combined from memberships that no source connects
     */
    static Route of(List<Membership> steps, boolean computed) {
        var first = steps.get(0);
        var single = steps.size() == 1;
        var kind = computed
                ? RouteKind.POSSIBLE
                : single && first.strength() == Strength.STATED ? RouteKind.STATED : RouteKind.IMPLIED;
        var viaIds = new LinkedHashSet<>(first.viaIds());
        for (var step : steps.subList(0, steps.size() - 1)) {
            viaIds.add(isCircle(step) ? step.memberId() : step.organizationId());
        }
        var named = !computed && !first.viaIds().isEmpty();
        return new Route(
                kind,
                single && viaIds.isEmpty() ? first.directness() : Directness.INDIRECT,
                new ArrayList<>(viaIds),
                named
                        ? ViaStatus.NAMED
                        : first.viaStatus() == ViaStatus.UNNAMED ? ViaStatus.UNNAMED : ViaStatus.NOT_STATED,
                steps,
                computed ? RouteGap.in(steps) : null,
                note(kind, named));
    }

    /** Whether the step leads down, from an organization to a circle of it. */
    private static boolean isCircle(Membership step) {
        return step.role() == MembershipRole.SECTION;
    }

    /** Identifies the route by the organizations it passes through. */
    String key() {
        return viaIds + steps.stream().map(Membership::organizationId).collect(joining(" ", " ", ""));
    }

    private static String note(RouteKind kind, boolean named) {
        var partner = named ? "" : " No source names the partner.";
        return switch (kind) {
            case STATED -> "A source states this membership." + partner;
            case IMPLIED -> "Follows from the statements about its steps; no source states it as a whole." + partner;
            case POSSIBLE ->
                "Computed from separate memberships. No source states that the member joined by this route.";
        };
    }
}
