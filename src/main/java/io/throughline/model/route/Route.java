package io.throughline.model.route;

import static java.util.stream.Collectors.joining;

import io.throughline.model.membership.Directness;
import io.throughline.model.membership.Membership;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Strength;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A road from an agent into an organization.
 *
 * @param steps the memberships it is made of, in order from the agent on; at least one
 * @param viaIds the organizations in between, in order from the agent on
 * @param viaStatus whether a partner is named on the way
 */
record Route(
        RouteKind kind,
        Directness directness,
        List<String> viaIds,
        ViaStatus viaStatus,
        List<Membership> steps,
        String note) {

    /**
     * The road these memberships form.
     *
     * @param computed whether it was put together from memberships that no source connects
     */
    static Route of(List<Membership> steps, boolean computed) {
        var joining = steps.get(0);
        var single = steps.size() == 1;
        var kind = computed
                ? RouteKind.POSSIBLE
                : single && joining.strength() == Strength.STATED ? RouteKind.STATED : RouteKind.IMPLIED;
        var viaIds = new LinkedHashSet<>(joining.viaIds());
        for (var step : steps.subList(0, steps.size() - 1)) {
            viaIds.add(step.organizationId());
        }
        var named = !computed && !joining.viaIds().isEmpty();
        return new Route(
                kind,
                single && viaIds.isEmpty() ? joining.directness() : Directness.INDIRECT,
                new ArrayList<>(viaIds),
                named
                        ? ViaStatus.NAMED
                        : joining.viaStatus() == ViaStatus.UNNAMED ? ViaStatus.UNNAMED : ViaStatus.NOT_STATED,
                steps,
                note(kind, named));
    }

    /** The organizations it passes, for telling two roads apart. */
    String course() {
        return viaIds + steps.stream().map(Membership::organizationId).collect(joining(" ", " ", ""));
    }

    private static String note(RouteKind kind, boolean named) {
        var partner = named ? "" : " No source says through which partner.";
        return switch (kind) {
            case STATED -> "A source states this membership." + partner;
            case IMPLIED -> "Follows from the statements of its steps; no source states it as a whole." + partner;
            case POSSIBLE -> "Computed from separate memberships. No source states that it was the road taken.";
        };
    }
}
