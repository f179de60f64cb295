package io.throughline.dataset;

import static io.throughline.dataset.Column.date;
import static io.throughline.dataset.Column.day;
import static io.throughline.dataset.Column.decimal;
import static io.throughline.dataset.Column.instant;
import static io.throughline.dataset.Column.text;
import static io.throughline.dataset.Column.texts;
import static io.throughline.dataset.Column.to;
import static io.throughline.dataset.Column.toAll;
import static io.throughline.dataset.Column.value;
import static io.throughline.dataset.Column.version;
import static io.throughline.dataset.Column.whole;
import static io.throughline.dataset.Column.word;

import io.throughline.agent.CityKind;
import io.throughline.agent.NameKind;
import io.throughline.agent.OrganizationKind;
import io.throughline.agent.PlaceKind;
import io.throughline.agent.RegionKind;
import io.throughline.agent.Resolution;
import io.throughline.campaign.Bound;
import io.throughline.event.EventFormat;
import io.throughline.event.EventKind;
import io.throughline.event.InstrumentKind;
import io.throughline.event.InvolvementRole;
import io.throughline.figure.Metric;
import io.throughline.membership.Completeness;
import io.throughline.membership.Directness;
import io.throughline.membership.MembershipId;
import io.throughline.membership.MembershipRole;
import io.throughline.membership.ViaStatus;
import io.throughline.source.Comparator;
import io.throughline.source.Status;
import java.util.List;
import java.util.Locale;

/** The files of the dataset, as {@code docs/dataset.md} describes them. */
final class Tables {

    /** To be raised with every change of how a line becomes nodes, so that graphs written before are brought up to it. */
    static final String MAPPING = "6";

    static final Table DATASET = new Table(
            "dataset.csv",
            List.of(
                    version("version").must(),
                    text("title").must(),
                    day("released").must(),
                    text("licence").must(),
                    text("licence_url"),
                    text("citation").must()),
            row -> List.of("Dataset"),
            List.of("Dataset"),
            row -> "dataset",
            null);

    static final Table MEMBERSHIPS = Table.facts(
            "memberships",
            "Membership",
            new Table.About("member", row -> row.required("role"), "organization"),
            Tables::membershipId,
            to("member", "Agent", "MEMBER").must(),
            word("role", MembershipRole.class).must(),
            to("organization", "Organization", "ORGANIZATION").must(),
            toAll("via", "viaIds", "Organization", "VIA"),
            word("via_status", ViaStatus.class),
            word("directness", Directness.class),
            date("valid_from"),
            date("valid_to"),
            to("started_after", "Source", null).as("startedAfterId"),
            word("status", Status.class),
            to("post", "Secretariat", "POST"),
            to("area", "Place", "COVERS"),
            whole("position"));

    /** What a claim says about a membership beside its identity; kept with the claim and resolved from all claims. */
    static final List<String> STATED_OF_MEMBERSHIP =
            List.of("via_status", "directness", "valid_from", "valid_to", "status", "post", "area", "position");

    static final Table STATEMENTS = new Table(
            "statements.csv",
            Table.withEvidence(List.of(
                    to("subject", "Entity", null).must(), text("property").must(), value("value"))),
            row -> List.of(),
            List.of(),
            null,
            new Table.About("subject", row -> row.required("property"), "value"));

    static final Table NAMES = new Table(
            "names.csv",
            List.of(
                    to("subject", "Entity", null).must(),
                    text("name").as("value").must(),
                    word("kind", NameKind.class).must(),
                    text("language"),
                    to("source", "Source", null)),
            row -> List.of("Name"),
            List.of("Name"),
            row -> row.required("subject") + "/name/" + row.required("name"),
            null);

    static final Table CITIES = government("cities.csv", "City", CityKind.class);
    static final Table REGIONS = government("regions.csv", "Region", RegionKind.class);
    static final Table PLACES = Table.things(
            "places.csv",
            "Place",
            text("name").must(),
            word("kind", PlaceKind.class).must(),
            text("iso"),
            text("iso_alpha3"),
            to("part_of", "Place", "PART_OF"),
            text("note"));

    /** Files of things before files of facts; the claim of a line is named after the first file it occurs in. */
    static final List<Table> ALL = List.of(
            DATASET,
            Table.things(
                    "sources.csv",
                    "Source",
                    text("title").must(),
                    to("publisher", "Organization", "PUBLISHED_BY"),
                    text("author"),
                    text("contact"),
                    text("file"),
                    text("url"),
                    text("language"),
                    date("stated_at"),
                    date("retrieved_at"),
                    text("sha256"),
                    text("licence").must(),
                    text("licence_url"),
                    text("attribution"),
                    text("note")),
            PLACES,
            Table.things(
                            "organizations.csv",
                            "Organization",
                            text("name").must(),
                            word("kind", OrganizationKind.class).must(),
                            to("country", "Place", "LOCATED_IN"),
                            to("area", "Place", "COVERS"),
                            text("website"),
                            text("note"))
                    .labelled(Tables::organizationLabels, "Agent", "Organization", "Campaign", "Network"),
            CITIES,
            REGIONS,
            Table.things("persons.csv", "Person", text("name").must(), text("office"), text("note")),
            NAMES,
            Table.things(
                    "events.csv",
                    "Event",
                    text("name").must(),
                    word("kind", EventKind.class).must(),
                    to("super_event", "Event", "SUPER_EVENT"),
                    date("dates"),
                    instant("starts_at"),
                    instant("ends_at"),
                    text("printed_time"),
                    text("printed_zone"),
                    to("location", "Place", "LOCATED_IN"),
                    word("format", EventFormat.class),
                    word("status", Status.class),
                    text("note")),
            Table.things(
                    "instruments.csv",
                    "Instrument",
                    text("name").must(),
                    word("kind", InstrumentKind.class).must(),
                    text("language"),
                    date("issued"),
                    date("valid"),
                    to("area", "Place", "COVERS"),
                    word("status", Status.class),
                    text("note")),
            Table.things(
                    "member-lists.csv",
                    "MemberList",
                    to("organization", "Organization", "LIST_OF").must(),
                    to("source", "Source", "STATED_IN").must(),
                    date("as_of"),
                    word("complete", Completeness.class).must(),
                    text("note")),
            MEMBERSHIPS,
            Table.facts(
                    "secretariats.csv",
                    "Secretariat",
                    new Table.About("organization", row -> "SECRETARIAT", "name"),
                    text("name").must(),
                    to("organization", "Organization", "POST_IN").must(),
                    to("covers", "Place", "COVERS")),
            Table.facts(
                    "involvements.csv",
                    "Involvement",
                    new Table.About("subject", row -> row.required("role"), "object"),
                    row -> "%s.%s.%s"
                            .formatted(row.required("subject"), slug(row.required("role")), row.required("object")),
                    to("subject", "Entity", "PARTICIPANT").must(),
                    word("role", InvolvementRole.class).must(),
                    to("object", "Entity", "IN").must(),
                    date("dates"),
                    word("status", Status.class),
                    whole("position")),
            Table.facts(
                    "figures.csv",
                    "Figure",
                    new Table.About("subject", row -> row.required("metric"), "value"),
                    to("subject", "Entity", "ABOUT").as("aboutId").must(),
                    word("metric", Metric.class).must(),
                    whole("value").must(),
                    word("comparator", Comparator.class).must(),
                    text("unit").must(),
                    to("scope", "Place", "SCOPE"),
                    whole("out_of")),
            Table.facts(
                    "goals.csv",
                    "Goal",
                    new Table.About("subject", row -> "goal", "text"),
                    to("subject", "Entity", "ABOUT").must(),
                    text("text").must(),
                    whole("target_year"),
                    word("bound", Bound.class),
                    whole("value"),
                    word("comparator", Comparator.class),
                    text("unit"),
                    texts("actors"),
                    to("scope", "Place", "SCOPE")),
            Table.facts(
                    "pledges.csv",
                    "Pledge",
                    new Table.About("subject", row -> "pledge", "text"),
                    to("subject", "Agent", "ABOUT").must(),
                    text("text").must(),
                    whole("target_year"),
                    text("target"),
                    to("under", "Organization", "UNDER")),
            Table.facts(
                    "criteria-sets.csv",
                    "CriteriaSet",
                    new Table.About("stated_for", row -> "criteria", "name"),
                    text("name").must(),
                    to("stated_for", "Organization", "ABOUT").must(),
                    date("valid_from"),
                    date("valid_to")),
            Table.facts(
                    "criteria.csv",
                    "Criterion",
                    new Table.About("criteria_set", row -> "criterion", "name"),
                    to("criteria_set", "CriteriaSet", "IN_SET").must(),
                    whole("position").must(),
                    text("name").must(),
                    text("text"),
                    whole("target_year"),
                    to("instrument", "Instrument", "REFERS_TO")),
            Table.facts(
                    "entry-routes.csv",
                    "EntryRoute",
                    new Table.About("organization", row -> "entryRoute", "applicants"),
                    to("organization", "Organization", "LEADS_INTO").must(),
                    text("applicants").must(),
                    toAll("steps", "stepIds", "Organization", "STEP").must(),
                    to("condition", "CriteriaSet", "UNDER"),
                    date("open_since"),
                    text("text")),
            STATEMENTS);

    private Tables() {}

    private static Table government(String file, String label, Class<? extends Enum<?>> kinds) {
        return Table.things(
                        file,
                        label,
                        text("name").must(),
                        word("kind", kinds).must(),
                        to("country", "Place", "IN_COUNTRY"),
                        to("state", "Place", "IN_STATE"),
                        decimal("latitude"),
                        decimal("longitude"),
                        whole("population"),
                        whole("population_year"),
                        text("geonames").as(null),
                        word("resolution", Resolution.class).must(),
                        text("resolution_note"))
                .labelled(row -> List.of("Agent", "LocalGovernment", label), "Agent", "LocalGovernment", label);
    }

    private static List<String> organizationLabels(Row row) {
        return OrganizationKind.valueOf(row.required("kind")).labels();
    }

    private static String membershipId(Row row) {
        return MembershipId.of(
                row.required("member"),
                MembershipRole.valueOf(row.required("role")),
                row.required("organization"),
                row.ids("via"));
    }

    private static String slug(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
