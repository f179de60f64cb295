package io.throughline.intake.reconcile;

import io.throughline.reference.id.IdentifierScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The properties of agents. Some help to find an agent, most can be fetched as columns, some can do both. A property with
 * one value per membership, route or target has an empty value where nothing is recorded, so that such columns stay in line.
 */
enum AgentProperty {
    ID(
            "id",
            "Throughline id",
            "The current id; empty for a place that is not in Throughline",
            true,
            Part.BASICS,
            agent -> one(PropertyValue.text(agent.path("id")))),
    COUNTRY(
            "country",
            "Country",
            "ISO 3166-1 code, or a name in one of many languages",
            true,
            Part.BASICS,
            agent -> one(PropertyValue.entity(agent.path("country")))),
    STATE(
            "state",
            "State",
            "ISO 3166-2 code, or a name; first- or second-level subdivision",
            true,
            Part.BASICS,
            agent -> one(PropertyValue.entity(agent.path("state")))),
    KIND(
            "kind",
            "Kind",
            "Of city, region or organization, e.g. CITY, PROVINCE, NETWORK",
            true,
            Part.BASICS,
            agent -> one(PropertyValue.text(agent.path("cityKind")
                    .asString(agent.path("regionKind")
                            .asString(agent.path("organizationKind").asString(null)))))),
    COORDINATES(
            "coordinates",
            "Coordinates",
            "Latitude and longitude in degrees (WGS 84), e.g. 42.36,-71.06",
            true,
            Part.BASICS,
            agent ->
                    agent.path("latitude").isNumber() && agent.path("longitude").isNumber()
                            ? one(PropertyValue.text(agent.path("latitude").asString() + ","
                                    + agent.path("longitude").asString()))
                            : List.of()),
    LATITUDE(
            "latitude",
            "Latitude",
            "In degrees north (WGS 84)",
            true,
            Part.BASICS,
            agent -> one(PropertyValue.number(agent.path("latitude")))),
    LONGITUDE(
            "longitude",
            "Longitude",
            "In degrees east (WGS 84)",
            true,
            Part.BASICS,
            agent -> one(PropertyValue.number(agent.path("longitude")))),
    POPULATION(
            "population",
            "Population",
            "Number of inhabitants, in digits",
            true,
            Part.BASICS,
            agent -> one(PropertyValue.number(agent.path("population")))),
    POPULATION_YEAR(
            "populationYear",
            "Year of the population",
            "Year of the GeoNames release that the population comes from",
            false,
            Part.BASICS,
            agent -> one(PropertyValue.number(agent.path("populationYear")))),
    GEONAMES("geonames", "GeoNames", "Number in GeoNames", true, Part.IDENTIFIERS, identifiers("geonames")),
    WIKIDATA("wikidata", "Wikidata", "Item in Wikidata, e.g. Q100", true, Part.IDENTIFIERS, identifiers("wikidata")),
    UNLOCODE("unlocode", "UN/LOCODE", "e.g. US BOS", true, Part.IDENTIFIERS, identifiers("unlocode")),
    ISO_3166_2("iso3166-2", "ISO 3166-2", "Of a region, e.g. US-MA", true, Part.IDENTIFIERS, identifiers("iso3166-2")),
    MEMBERSHIPS(
            "memberships",
            "Memberships in words",
            "One line per recorded membership in any role, with partner, dates and status as stated",
            false,
            Part.MEMBERSHIPS,
            agent -> all(agent, membership -> true, membership -> PropertyValue.text(MembershipText.line(membership)))),
    MEMBERSHIP_ORGANIZATION(
            "membership.organization",
            "Membership: organization",
            "Of which it is a member or signatory as far as recorded; not those announced, ended or denied",
            false,
            Part.MEMBERSHIPS,
            membership("organization", PropertyValue::entity)),
    MEMBERSHIP_ROLE(
            "membership.role",
            "Membership: role",
            "MEMBER or SIGNATORY",
            false,
            Part.MEMBERSHIPS,
            membership("role", PropertyValue::text)),
    MEMBERSHIP_VIA(
            "membership.via",
            "Membership: via",
            "The partners named by a source, in order; empty if none is named",
            false,
            Part.MEMBERSHIPS,
            agent -> all(
                    agent, MembershipText::isMember, membership -> PropertyValue.text(MembershipText.via(membership)))),
    MEMBERSHIP_VIA_STATUS(
            "membership.viaStatus",
            "Membership: partner stated?",
            "NAMED, UNNAMED or NOT_STATED",
            false,
            Part.MEMBERSHIPS,
            membership("viaStatus", PropertyValue::text)),
    MEMBERSHIP_DIRECTNESS(
            "membership.directness",
            "Membership: direct?",
            "DIRECT, INDIRECT or UNKNOWN",
            false,
            Part.MEMBERSHIPS,
            membership("directness", PropertyValue::text)),
    MEMBERSHIP_FROM(
            "membership.validFrom",
            "Membership: from",
            "As precise as its source, e.g. 2021; empty if not recorded",
            false,
            Part.MEMBERSHIPS,
            membership("validFrom", PropertyValue::text)),
    MEMBERSHIP_STATUS(
            "membership.status",
            "Membership: status",
            "IN_FORCE, or empty if no source says",
            false,
            Part.MEMBERSHIPS,
            membership("status", PropertyValue::text)),
    MEMBERSHIP_STRENGTH(
            "membership.strength",
            "Membership: strength",
            "STATED or IMPLIED by its sources",
            false,
            Part.MEMBERSHIPS,
            membership("strength", PropertyValue::text)),
    ROUTE_KIND(
            "route.kind",
            "Route: kind",
            "STATED or IMPLIED, for each route into the organization of the setting; possible routes are not given",
            false,
            Part.ROUTES,
            agent -> each(agent.path("routesTo"), route -> PropertyValue.text(route.path("kind")))),
    ROUTE_VIA(
            "route.via",
            "Route: via",
            "The organizations on the route, in order; empty if none is named",
            false,
            Part.ROUTES,
            agent -> each(agent.path("routesTo"), route -> PropertyValue.text(MembershipText.via(route)))),
    ROUTE_NOTE(
            "route.note",
            "Route in words",
            "What the kind means for this route",
            false,
            Part.ROUTES,
            agent -> each(agent.path("routesTo"), route -> PropertyValue.text(route.path("note")))),
    TARGET(
            "target",
            "Target",
            "What it has promised, or an organization's goal, in our words",
            false,
            Part.TARGETS,
            agent -> each(targets(agent), target -> PropertyValue.text(target.path("text")))),
    TARGET_YEAR(
            "target.year",
            "Target: year",
            "By which it is to be met, if stated",
            false,
            Part.TARGETS,
            agent -> each(targets(agent), target -> PropertyValue.number(target.path("targetYear")))),
    TARGET_WORDS(
            "target.words",
            "Target: year in words",
            "If it is not a single year, e.g. 2040s or sooner",
            false,
            Part.TARGETS,
            agent -> each(targets(agent), target -> PropertyValue.text(target.path("target")))),
    TARGET_UNDER(
            "target.under",
            "Target: promised to",
            "The organization it was promised to or through, if stated",
            false,
            Part.TARGETS,
            agent -> each(targets(agent), target -> PropertyValue.entity(target.path("under"))));

    /** What has to be read for a property. */
    enum Part {
        BASICS,
        IDENTIFIERS,
        MEMBERSHIPS,
        ROUTES,
        TARGETS
    }

    private static final Set<AgentProperty> OF_PLACES_ONLY =
            Set.of(STATE, COORDINATES, LATITUDE, LONGITUDE, POPULATION, POPULATION_YEAR, ISO_3166_2);

    private static final Set<AgentProperty> WITH_ORGANIZATIONS = Set.of(MEMBERSHIP_ORGANIZATION, TARGET_UNDER);

    private final String id;
    private final String title;
    private final String description;
    private final boolean matched;
    private final Part part;
    private final Function<JsonNode, List<Map<String, Object>>> values;

    AgentProperty(
            String id,
            String title,
            String description,
            boolean matched,
            Part part,
            Function<JsonNode, List<Map<String, Object>>> values) {
        this.id = id;
        this.title = title;
        this.description = description;
        this.matched = matched;
        this.part = part;
        this.values = values;
    }

    /** A property by its id; empty if there is none. */
    static Optional<AgentProperty> of(String id) {
        return Arrays.stream(values())
                .filter(property -> property.id.equals(id))
                .findFirst();
    }

    /** The properties that queries can have. */
    static Stream<AgentProperty> forMatching() {
        return Arrays.stream(values()).filter(property -> property.matched);
    }

    /** The ids of some properties, for error messages. */
    static String ids(Stream<AgentProperty> properties) {
        return properties.map(AgentProperty::id).collect(Collectors.joining(", "));
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** For a person who chooses it: what it means, and whether it can be used to match. */
    String description() {
        return matched ? description + ". Can be used to match" : description;
    }

    /** Whether queries can have it. */
    boolean isForMatching() {
        return matched;
    }

    Part part() {
        return part;
    }

    /** Whether entities of this type can have it. */
    boolean appliesTo(ReconciliationType type) {
        return type != ReconciliationType.ORGANIZATION || !OF_PLACES_ONLY.contains(this);
    }

    /** Whether its values are organizations. */
    boolean hasOrganizations() {
        return WITH_ORGANIZATIONS.contains(this);
    }

    /** Its values for an agent as {@code graphql/reconcile/agents.graphql} reads it; empty if nothing is recorded. */
    List<Map<String, Object>> values(JsonNode agent) {
        return values.apply(agent);
    }

    private static List<Map<String, Object>> one(Map<String, Object> value) {
        return value.isEmpty() ? List.of() : List.of(value);
    }

    private static List<Map<String, Object>> each(JsonNode list, Function<JsonNode, Map<String, Object>> value) {
        return list.valueStream().map(value).toList();
    }

    private static Function<JsonNode, List<Map<String, Object>>> identifiers(String scheme) {
        return agent -> agent.path("identifiers")
                .valueStream()
                .filter(identifier -> identifier.path("scheme").asString().equals(scheme))
                .map(identifier -> PropertyValue.text(identifier.path("value")))
                .toList();
    }

    private static Function<JsonNode, List<Map<String, Object>>> membership(
            String field, Function<JsonNode, Map<String, Object>> value) {
        return agent -> all(agent, MembershipText::isMember, membership -> value.apply(membership.path(field)));
    }

    private static List<Map<String, Object>> all(
            JsonNode agent, Predicate<JsonNode> which, Function<JsonNode, Map<String, Object>> value) {
        return agent.path("memberships")
                .path("nodes")
                .valueStream()
                .filter(which)
                .map(value)
                .toList();
    }

    private static JsonNode targets(JsonNode agent) {
        return agent.has("pledges") ? agent.path("pledges") : agent.path("goals");
    }

    /** The register whose identifiers it holds; null if it is not an identifier in a register. */
    @Nullable IdentifierScheme register() {
        return IdentifierScheme.of(id);
    }
}
