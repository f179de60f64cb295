package io.throughline.intake.reconcile;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Takes the values of a property from an agent as {@code graphql/reconcile/agents.graphql} reads it. A single value that is
 * not recorded is left out. In a list it becomes {@link PropertyValue#EMPTY}, so that the columns of the list stay aligned.
 */
@FunctionalInterface
interface AgentValues extends Function<JsonNode, List<Map<String, Object>>> {

    /** One part of a response as a value. */
    @FunctionalInterface
    interface Form extends Function<JsonNode, Map<String, Object>> {}

    /** A field of the agent. */
    static AgentValues one(String field, Form form) {
        return agent -> present(form.apply(agent.path(field)));
    }

    /** Its kind, which is a field of its own for each type. */
    static AgentValues kind() {
        return agent -> Stream.of("cityKind", "regionKind", "organizationKind")
                .map(field -> PropertyValue.text(agent.path(field)))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Latitude and longitude as one text. */
    static AgentValues coordinates() {
        return agent ->
                agent.path("latitude").isNumber() && agent.path("longitude").isNumber()
                        ? List.of(PropertyValue.text(agent.path("latitude").asString() + ","
                                + agent.path("longitude").asString()))
                        : List.of();
    }

    /** Its identifiers in a register. */
    static AgentValues identifiers(String scheme) {
        return agent -> agent.path("identifiers")
                .valueStream()
                .filter(identifier -> identifier.path("scheme").asString().equals(scheme))
                .map(identifier -> PropertyValue.text(identifier.path("value")))
                .toList();
    }

    /** Its memberships in any role and stage, each in words. */
    static AgentValues membershipLines() {
        return agent -> memberships(agent)
                .map(membership -> PropertyValue.text(MembershipText.line(membership)))
                .toList();
    }

    /** A field of each membership that can be listed without its status. */
    static AgentValues memberships(String field, Form form) {
        return agent -> memberships(agent)
                .filter(MembershipText::isMember)
                .map(membership -> form.apply(membership.path(field)))
                .toList();
    }

    /** A field of each route. */
    static AgentValues routes(String field, Form form) {
        return agent -> agent.path("routesTo")
                .valueStream()
                .map(route -> form.apply(route.path(field)))
                .toList();
    }

    /** A field of each pledge or goal. */
    static AgentValues targets(String field, Form form) {
        return agent -> Stream.of("pledges", "goals")
                .flatMap(list -> agent.path(list).valueStream())
                .map(target -> form.apply(target.path(field)))
                .toList();
    }

    private static Stream<JsonNode> memberships(JsonNode agent) {
        return agent.path("memberships").path("nodes").valueStream();
    }

    private static List<Map<String, Object>> present(Map<String, Object> value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }
}
