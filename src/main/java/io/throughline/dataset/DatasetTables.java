package io.throughline.dataset;

import static io.throughline.dataset.DatasetColumn.date;
import static io.throughline.dataset.DatasetColumn.day;
import static io.throughline.dataset.DatasetColumn.decimal;
import static io.throughline.dataset.DatasetColumn.instant;
import static io.throughline.dataset.DatasetColumn.integer;
import static io.throughline.dataset.DatasetColumn.oneOf;
import static io.throughline.dataset.DatasetColumn.text;
import static io.throughline.dataset.DatasetColumn.texts;
import static io.throughline.dataset.DatasetColumn.to;
import static io.throughline.dataset.DatasetColumn.toAll;
import static io.throughline.dataset.DatasetColumn.value;
import static io.throughline.dataset.DatasetColumn.version;

import io.throughline.model.agent.CityKind;
import io.throughline.model.agent.NameKind;
import io.throughline.model.agent.OrganizationKind;
import io.throughline.model.agent.PlaceKind;
import io.throughline.model.agent.RegionKind;
import io.throughline.model.agent.Resolution;
import io.throughline.model.campaign.Bound;
import io.throughline.model.event.EventFormat;
import io.throughline.model.event.EventKind;
import io.throughline.model.event.InstrumentKind;
import io.throughline.model.event.InvolvementRole;
import io.throughline.model.figure.Metric;
import io.throughline.model.membership.Completeness;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.ListSelection;
import io.throughline.model.membership.MembershipId;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Comparator;
import io.throughline.model.source.Status;
import io.throughline.reference.id.IdSyntax;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of the dataset, as {@code docs/dataset.md} describes them. */
final class DatasetTables {

    /** Raise this with every change to how rows become nodes, so that existing graphs are updated. */
    static final String MAPPING = "7";

    static final DatasetTable DATASET = new DatasetTable(
            "dataset.csv",
            "Dataset",
            List.of(
                    version("version").mandatory(),
                    text("title").mandatory(),
                    day("released").mandatory(),
                    text("licence").mandatory(),
                    text("licence_url"),
                    text("citation").mandatory()),
            row -> List.of("Dataset"),
            List.of("Dataset"),
            row -> "dataset",
            null);

    static final DatasetTable MEMBERSHIPS = DatasetTable.facts(
            "memberships",
            "Membership",
            new DatasetTable.ClaimTemplate("member", row -> row.required("role"), "organization"),
            DatasetTables::membershipId,
            to("member", "Agent", "MEMBER").mandatory(),
            oneOf("role", MembershipRole.class).mandatory(),
            to("organization", "Organization", "ORGANIZATION").mandatory(),
            toAll("via", "viaIds", "Organization", "VIA"),
            oneOf("via_status", ViaStatus.class),
            oneOf("directness", Directness.class),
            date("valid_from"),
            date("valid_to"),
            to("started_after", "Source", null).as("startedAfterId"),
            oneOf("status", Status.class),
            to("post", "Secretariat", "POST"),
            to("area", "Place", "COVERS"),
            integer("position"));

    /** Columns that a claim states about a membership; kept with the claim, and resolved from all claims. */
    static final List<String> STATED_OF_MEMBERSHIP =
            List.of("via_status", "directness", "valid_from", "valid_to", "status", "post", "area", "position");

    static final DatasetTable STATEMENTS = new DatasetTable(
            "statements.csv",
            null,
            DatasetTable.withEvidence(List.of(
                    to("subject", "Entity", null).mandatory(), text("property").mandatory(), value("value"))),
            row -> List.of(),
            List.of(),
            null,
            new DatasetTable.ClaimTemplate("subject", row -> row.required("property"), "value"));

    static final DatasetTable NAMES = new DatasetTable(
            "names.csv",
            "Name",
            List.of(
                    to("subject", "Entity", null).mandatory(),
                    text("name").as("value").mandatory(),
                    oneOf("kind", NameKind.class).mandatory(),
                    text("language"),
                    to("source", "Source", null)),
            row -> List.of("Name"),
            List.of("Name"),
            row -> row.required("subject") + "/name/" + row.required("name"),
            null);

    static final DatasetTable CITIES = government("cities.csv", "City", CityKind.class, "geonames");
    static final DatasetTable REGIONS = government("regions.csv", "Region", RegionKind.class, "geonames", "iso");
    static final DatasetTable PLACES = DatasetTable.entities(
            "places.csv",
            "Place",
            text("name").mandatory(),
            oneOf("kind", PlaceKind.class).mandatory(),
            text("iso"),
            text("iso_alpha3"),
            text("m49"),
            to("part_of", "Place", "PART_OF"),
            text("note"));

    static final DatasetTable MEMBER_LISTS = DatasetTable.entities(
            "member-lists.csv",
            "MemberList",
            to("organization", "Organization", "LIST_OF").mandatory(),
            to("source", "Source", "STATED_IN").mandatory(),
            date("as_of"),
            oneOf("complete", Completeness.class).mandatory(),
            oneOf("selection", ListSelection.class),
            text("rule"),
            toAll("selected_from", "selectedFromIds", "Organization", "SELECTED_FROM"),
            text("note"));

    /** Entities before facts; a claim belongs to the first table in which it occurs. */
    static final List<DatasetTable> ALL = List.of(
            DATASET,
            DatasetTable.entities(
                    "sources.csv",
                    "Source",
                    text("title").mandatory(),
                    to("publisher", "Organization", "PUBLISHED_BY"),
                    text("author"),
                    text("contact"),
                    text("file"),
                    text("url"),
                    text("language"),
                    date("stated_at"),
                    date("retrieved_at"),
                    text("sha256"),
                    text("licence").mandatory(),
                    text("licence_url"),
                    text("attribution"),
                    text("note")),
            PLACES,
            DatasetTable.entities(
                            "organizations.csv",
                            "Organization",
                            text("name").mandatory(),
                            oneOf("kind", OrganizationKind.class).mandatory(),
                            to("country", "Place", "LOCATED_IN"),
                            to("area", "Place", "COVERS"),
                            text("website"),
                            text("note"))
                    .labelled(DatasetTables::organizationLabels, "Agent", "Organization", "Campaign", "Network"),
            CITIES,
            REGIONS,
            DatasetTable.entities("persons.csv", "Person", text("name").mandatory(), text("office"), text("note")),
            NAMES,
            DatasetTable.entities(
                    "events.csv",
                    "Event",
                    text("name").mandatory(),
                    oneOf("kind", EventKind.class).mandatory(),
                    to("super_event", "Event", "SUPER_EVENT"),
                    date("dates"),
                    instant("starts_at"),
                    instant("ends_at"),
                    text("printed_time"),
                    text("printed_zone"),
                    to("location", "Place", "LOCATED_IN"),
                    oneOf("format", EventFormat.class),
                    oneOf("status", Status.class),
                    text("note")),
            DatasetTable.entities(
                    "instruments.csv",
                    "Instrument",
                    text("name").mandatory(),
                    oneOf("kind", InstrumentKind.class).mandatory(),
                    text("language"),
                    date("issued"),
                    date("valid"),
                    to("area", "Place", "COVERS"),
                    oneOf("status", Status.class),
                    text("note")),
            MEMBER_LISTS,
            MEMBERSHIPS,
            DatasetTable.facts(
                    "secretariats.csv",
                    "Secretariat",
                    new DatasetTable.ClaimTemplate("organization", row -> "SECRETARIAT", "name"),
                    text("name").mandatory(),
                    to("organization", "Organization", "POST_IN").mandatory(),
                    to("covers", "Place", "COVERS")),
            DatasetTable.facts(
                    "involvements.csv",
                    "Involvement",
                    new DatasetTable.ClaimTemplate("subject", row -> row.required("role"), "object"),
                    row -> "%s.%s.%s"
                            .formatted(
                                    row.required("subject"),
                                    IdSyntax.slug(row.required("role")),
                                    row.required("object")),
                    to("subject", "Entity", "PARTICIPANT").mandatory(),
                    oneOf("role", InvolvementRole.class).mandatory(),
                    to("object", "Entity", "IN").mandatory(),
                    date("dates"),
                    oneOf("status", Status.class),
                    integer("position")),
            DatasetTable.facts(
                    "figures.csv",
                    "Figure",
                    new DatasetTable.ClaimTemplate("subject", row -> row.required("metric"), "value"),
                    to("subject", "Entity", "ABOUT").as("aboutId").mandatory(),
                    oneOf("metric", Metric.class).mandatory(),
                    integer("value").mandatory(),
                    oneOf("comparator", Comparator.class).mandatory(),
                    text("unit").mandatory(),
                    to("scope", "Place", "SCOPE"),
                    integer("out_of")),
            DatasetTable.facts(
                    "goals.csv",
                    "Goal",
                    new DatasetTable.ClaimTemplate("subject", row -> "goal", "text"),
                    to("subject", "Entity", "ABOUT").mandatory(),
                    text("text").mandatory(),
                    integer("target_year"),
                    oneOf("bound", Bound.class),
                    integer("value"),
                    oneOf("comparator", Comparator.class),
                    text("unit"),
                    texts("actors"),
                    to("scope", "Place", "SCOPE")),
            DatasetTable.facts(
                    "pledges.csv",
                    "Pledge",
                    new DatasetTable.ClaimTemplate("subject", row -> "pledge", "text"),
                    to("subject", "Agent", "ABOUT").mandatory(),
                    text("text").mandatory(),
                    integer("target_year"),
                    text("target"),
                    to("under", "Organization", "UNDER")),
            DatasetTable.facts(
                    "criteria-sets.csv",
                    "CriteriaSet",
                    new DatasetTable.ClaimTemplate("stated_for", row -> "criteria", "name"),
                    text("name").mandatory(),
                    to("stated_for", "Organization", "ABOUT").mandatory(),
                    date("valid_from"),
                    date("valid_to")),
            DatasetTable.facts(
                    "criteria.csv",
                    "Criterion",
                    new DatasetTable.ClaimTemplate("criteria_set", row -> "criterion", "name"),
                    to("criteria_set", "CriteriaSet", "IN_SET").mandatory(),
                    integer("position").mandatory(),
                    text("name").mandatory(),
                    text("text"),
                    integer("target_year"),
                    to("instrument", "Instrument", "REFERS_TO")),
            DatasetTable.facts(
                    "entry-routes.csv",
                    "EntryRoute",
                    new DatasetTable.ClaimTemplate("organization", row -> "entryRoute", "applicants"),
                    to("organization", "Organization", "LEADS_INTO").mandatory(),
                    text("applicants").mandatory(),
                    toAll("steps", "stepIds", "Organization", "STEP").mandatory(),
                    to("condition", "CriteriaSet", "UNDER"),
                    date("open_since"),
                    text("text")),
            STATEMENTS);

    private DatasetTables() {}

    private static DatasetTable government(
            String file, String label, Class<? extends Enum<?>> kinds, String... identifiers) {
        var columns = Stream.of(
                        Stream.of(
                                text("name").mandatory(),
                                oneOf("kind", kinds).mandatory(),
                                to("country", "Place", "IN_COUNTRY"),
                                to("state", "Place", "IN_STATE"),
                                decimal("latitude"),
                                decimal("longitude"),
                                integer("population"),
                                integer("population_year")),
                        Stream.of(identifiers).map(column -> text(column).as(null)),
                        Stream.of(oneOf("resolution", Resolution.class).mandatory(), text("resolution_note")))
                .flatMap(Function.identity())
                .toArray(DatasetColumn[]::new);
        return DatasetTable.entities(file, label, columns)
                .labelled(row -> List.of("Agent", "LocalGovernment", label), "Agent", "LocalGovernment", label);
    }

    private static List<String> organizationLabels(DatasetRow row) {
        return OrganizationKind.valueOf(row.required("kind")).labels();
    }

    private static String membershipId(DatasetRow row) {
        return MembershipId.of(
                row.required("member"),
                MembershipRole.valueOf(row.required("role")),
                row.required("organization"),
                row.ids("via"));
    }
}
