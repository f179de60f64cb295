package io.throughline.intake.reconcile;

import io.throughline.reference.id.IdentifierScheme;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The properties of agents: some help to find an agent, and all can be fetched as columns. */
enum AgentProperty {
    ID(
            "id",
            "Throughline id",
            "The current id; empty for a place that is not in Throughline",
            Part.BASICS,
            AgentValues.one("id", PropertyValue::text)),
    COUNTRY(
            "country",
            "Country",
            "ISO 3166-1 code, or a name in one of many languages",
            Part.BASICS,
            AgentValues.one("country", PropertyValue::entity)),
    STATE(
            "state",
            "State",
            "ISO 3166-2 code, or the name of a first- or second-level subdivision",
            Part.BASICS,
            AgentValues.one("state", PropertyValue::entity)),
    KIND(
            "kind",
            "Kind",
            "Kind of city, region or organization, e.g. TOWN, PROVINCE, NETWORK",
            Part.BASICS,
            AgentValues.kind()),
    COORDINATES(
            "coordinates",
            "Coordinates",
            "Latitude and longitude in degrees (WGS 84), e.g. 42.36,-71.06",
            Part.BASICS,
            AgentValues.coordinates()),
    LATITUDE(
            "latitude",
            "Latitude",
            "In degrees north (WGS 84)",
            Part.BASICS,
            AgentValues.one("latitude", PropertyValue::number)),
    LONGITUDE(
            "longitude",
            "Longitude",
            "In degrees east (WGS 84)",
            Part.BASICS,
            AgentValues.one("longitude", PropertyValue::number)),
    POPULATION(
            "population",
            "Population",
            "Number of inhabitants, in digits",
            Part.BASICS,
            AgentValues.one("population", PropertyValue::number)),
    POPULATION_YEAR(
            "populationYear",
            "Year of the population",
            "Year of the GeoNames release that the population comes from",
            Part.BASICS,
            AgentValues.one("populationYear", PropertyValue::number)),
    GEONAMES(
            "geonames",
            "GeoNames",
            "Number in GeoNames, e.g. 4930956",
            Part.IDENTIFIERS,
            AgentValues.identifiers("geonames")),
    WIKIDATA(
            "wikidata",
            "Wikidata",
            "Item in Wikidata, e.g. Q100",
            Part.IDENTIFIERS,
            AgentValues.identifiers("wikidata")),
    UNLOCODE("unlocode", "UN/LOCODE", "UNECE code, e.g. US BOS", Part.IDENTIFIERS, AgentValues.identifiers("unlocode")),
    ISO_3166_2(
            "iso3166-2",
            "ISO 3166-2",
            "Code of a region, e.g. US-MA",
            Part.IDENTIFIERS,
            AgentValues.identifiers("iso3166-2")),
    MEMBERSHIPS(
            "memberships",
            "Memberships in words",
            "One line per recorded membership in any role, with partner, dates and status as stated",
            Part.MEMBERSHIPS,
            AgentValues.membershipLines()),
    MEMBERSHIP_ORGANIZATION(
            "membership.organization",
            "Membership: organization",
            "What it is a member or signatory of, unless recorded as announced, ended or denied",
            Part.MEMBERSHIPS,
            AgentValues.memberships("organization", PropertyValue::entity)),
    MEMBERSHIP_ROLE(
            "membership.role",
            "Membership: role",
            "MEMBER or SIGNATORY",
            Part.MEMBERSHIPS,
            AgentValues.memberships("role", PropertyValue::text)),
    MEMBERSHIP_VIA(
            "membership.via",
            "Membership: via",
            "The partners named by a source, in order; empty if none is named",
            Part.MEMBERSHIPS,
            AgentValues.memberships("via", PropertyValue::chain)),
    MEMBERSHIP_VIA_STATUS(
            "membership.viaStatus",
            "Membership: partner stated?",
            "NAMED, UNNAMED or NOT_STATED",
            Part.MEMBERSHIPS,
            AgentValues.memberships("viaStatus", PropertyValue::text)),
    MEMBERSHIP_DIRECTNESS(
            "membership.directness",
            "Membership: direct?",
            "DIRECT, INDIRECT or UNKNOWN",
            Part.MEMBERSHIPS,
            AgentValues.memberships("directness", PropertyValue::text)),
    MEMBERSHIP_FROM(
            "membership.validFrom",
            "Membership: from",
            "As precise as its source, e.g. 2021; empty if not recorded",
            Part.MEMBERSHIPS,
            AgentValues.memberships("validFrom", PropertyValue::text)),
    MEMBERSHIP_STATUS(
            "membership.status",
            "Membership: status",
            "IN_FORCE, or empty if no source says",
            Part.MEMBERSHIPS,
            AgentValues.memberships("status", PropertyValue::text)),
    MEMBERSHIP_STRENGTH(
            "membership.strength",
            "Membership: strength",
            "Whether its sources state or only imply it: STATED, IMPLIED or DERIVED",
            Part.MEMBERSHIPS,
            AgentValues.memberships("strength", PropertyValue::text)),
    ROUTE_KIND(
            "route.kind",
            "Route: kind",
            "STATED or IMPLIED, for each route into the organization in the settings; possible routes are left out",
            Part.ROUTES,
            AgentValues.routes("kind", PropertyValue::text)),
    ROUTE_VIA(
            "route.via",
            "Route: via",
            "The organizations on the route, in order; empty if none is named",
            Part.ROUTES,
            AgentValues.routes("via", PropertyValue::chain)),
    ROUTE_NOTE(
            "route.note",
            "Route in words",
            "What the kind means for this route",
            Part.ROUTES,
            AgentValues.routes("note", PropertyValue::text)),
    TARGET(
            "target",
            "Target",
            "What it has promised, or an organization's goal, in our words",
            Part.TARGETS,
            AgentValues.targets("text", PropertyValue::text)),
    TARGET_YEAR(
            "target.year",
            "Target: year",
            "Year by which it is to be met, if stated",
            Part.TARGETS,
            AgentValues.targets("targetYear", PropertyValue::number)),
    TARGET_WORDS(
            "target.words",
            "Target: year in words",
            "Used if it is not a single year, e.g. 2040s or sooner",
            Part.TARGETS,
            AgentValues.targets("target", PropertyValue::text)),
    TARGET_UNDER(
            "target.under",
            "Target: promised to",
            "The organization it was promised to or through, if stated",
            Part.TARGETS,
            AgentValues.targets("under", PropertyValue::entity));

    /** What has to be read for a property. */
    enum Part {
        BASICS,
        IDENTIFIERS,
        MEMBERSHIPS,
        ROUTES,
        TARGETS
    }

    private static final Set<AgentProperty> FOR_MATCHING = EnumSet.of(
            ID,
            COUNTRY,
            STATE,
            KIND,
            COORDINATES,
            LATITUDE,
            LONGITUDE,
            POPULATION,
            GEONAMES,
            WIKIDATA,
            UNLOCODE,
            ISO_3166_2);

    private static final Set<AgentProperty> OF_PLACES_ONLY =
            EnumSet.of(STATE, COORDINATES, LATITUDE, LONGITUDE, POPULATION, POPULATION_YEAR, ISO_3166_2);

    private static final Set<AgentProperty> WITH_ORGANIZATIONS = EnumSet.of(MEMBERSHIP_ORGANIZATION, TARGET_UNDER);

    private final String id;
    private final String title;
    private final String description;
    private final Part part;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final AgentValues values;

    AgentProperty(String id, String title, String description, Part part, AgentValues values) {
        this.id = id;
        this.title = title;
        this.description = description;
        this.part = part;
        this.values = values;
    }

    /** A property by its id; empty if there is none. */
    static Optional<AgentProperty> of(String id) {
        return Arrays.stream(values())
                .filter(property -> property.id.equals(id))
                .findFirst();
    }

    /** The ids of all properties, for error messages. */
    static String ids() {
        return ids(Arrays.stream(values()));
    }

    /** The ids of the properties that queries can have, for error messages. */
    static String idsForMatching() {
        return ids(FOR_MATCHING.stream());
    }

    private static String ids(Stream<AgentProperty> properties) {
        return properties.map(AgentProperty::id).collect(Collectors.joining(", "));
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** For people choosing a property: what it means, and whether it can be used to match. */
    String description() {
        return isForMatching() ? description + ". Can be used to match" : description;
    }

    /** Whether queries can have it. */
    boolean isForMatching() {
        return FOR_MATCHING.contains(this);
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

    /** The register whose identifiers it holds; null if it is not an identifier in a register. */
    @Nullable IdentifierScheme register() {
        return IdentifierScheme.of(id);
    }

    /** Its values for an agent; empty if nothing is recorded. */
    List<Map<String, Object>> values(JsonNode agent) {
        return values.apply(agent);
    }
}
