package io.throughline.dataset;

import static io.throughline.dataset.DatasetColumn.date;
import static io.throughline.dataset.DatasetColumn.day;
import static io.throughline.dataset.DatasetColumn.decimal;
import static io.throughline.dataset.DatasetColumn.instant;
import static io.throughline.dataset.DatasetColumn.text;
import static io.throughline.dataset.DatasetColumn.texts;
import static io.throughline.dataset.DatasetColumn.to;
import static io.throughline.dataset.DatasetColumn.toAll;
import static io.throughline.dataset.DatasetColumn.value;
import static io.throughline.dataset.DatasetColumn.version;
import static io.throughline.dataset.DatasetColumn.whole;
import static io.throughline.dataset.DatasetColumn.word;

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
import io.throughline.model.membership.MembershipId;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Comparator;
import io.throughline.model.source.Status;
import java.util.List;
import java.util.Locale;

/** The files of the dataset, as {@code docs/dataset.md} describes them. */
final class DatasetTables {

    /** To be raised with every change of how a line becomes nodes, so that graphs written before are brought up to it. */
    static final String MAPPING = "6";

    static final DatasetTable DATASET = new DatasetTable(
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

    static final DatasetTable MEMBERSHIPS = DatasetTable.facts(
            "memberships",
            "Membership",
            new DatasetTable.About("member", row -> row.required("role"), "organization"),
            DatasetTables::membershipId,
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

    static final DatasetTable STATEMENTS = new DatasetTable(
            "statements.csv",
            DatasetTable.withEvidence(List.of(
                    to("subject", "Entity", null).must(), text("property").must(), value("value"))),
            row -> List.of(),
            List.of(),
            null,
            new DatasetTable.About("subject", row -> row.required("property"), "value"));

    static final DatasetTable NAMES = new DatasetTable(
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

    static final DatasetTable CITIES = government("cities.csv", "City", CityKind.class);
    static final DatasetTable REGIONS = government("regions.csv", "Region", RegionKind.class);
    static final DatasetTable PLACES = DatasetTable.things(
            "places.csv",
            "Place",
            text("name").must(),
            word("kind", PlaceKind.class).must(),
            text("iso"),
            text("iso_alpha3"),
            to("part_of", "Place", "PART_OF"),
            text("note"));

    /** Files of things before files of facts; the claim of a line is named after the first file it occurs in. */
    static final List<DatasetTable> ALL = List.of(
            DATASET,
            DatasetTable.things(
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
            DatasetTable.things(
                            "organizations.csv",
                            "Organization",
                            text("name").must(),
                            word("kind", OrganizationKind.class).must(),
                            to("country", "Place", "LOCATED_IN"),
                            to("area", "Place", "COVERS"),
                            text("website"),
                            text("note"))
                    .labelled(DatasetTables::organizationLabels, "Agent", "Organization", "Campaign", "Network"),
            CITIES,
            REGIONS,
            DatasetTable.things("persons.csv", "Person", text("name").must(), text("office"), text("note")),
            NAMES,
            DatasetTable.things(
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
            DatasetTable.things(
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
            DatasetTable.things(
                    "member-lists.csv",
                    "MemberList",
                    to("organization", "Organization", "LIST_OF").must(),
                    to("source", "Source", "STATED_IN").must(),
                    date("as_of"),
                    word("complete", Completeness.class).must(),
                    text("note")),
            MEMBERSHIPS,
            DatasetTable.facts(
                    "secretariats.csv",
                    "Secretariat",
                    new DatasetTable.About("organization", row -> "SECRETARIAT", "name"),
                    text("name").must(),
                    to("organization", "Organization", "POST_IN").must(),
                    to("covers", "Place", "COVERS")),
            DatasetTable.facts(
                    "involvements.csv",
                    "Involvement",
                    new DatasetTable.About("subject", row -> row.required("role"), "object"),
                    row -> "%s.%s.%s"
                            .formatted(row.required("subject"), slug(row.required("role")), row.required("object")),
                    to("subject", "Entity", "PARTICIPANT").must(),
                    word("role", InvolvementRole.class).must(),
                    to("object", "Entity", "IN").must(),
                    date("dates"),
                    word("status", Status.class),
                    whole("position")),
            DatasetTable.facts(
                    "figures.csv",
                    "Figure",
                    new DatasetTable.About("subject", row -> row.required("metric"), "value"),
                    to("subject", "Entity", "ABOUT").as("aboutId").must(),
                    word("metric", Metric.class).must(),
                    whole("value").must(),
                    word("comparator", Comparator.class).must(),
                    text("unit").must(),
                    to("scope", "Place", "SCOPE"),
                    whole("out_of")),
            DatasetTable.facts(
                    "goals.csv",
                    "Goal",
                    new DatasetTable.About("subject", row -> "goal", "text"),
                    to("subject", "Entity", "ABOUT").must(),
                    text("text").must(),
                    whole("target_year"),
                    word("bound", Bound.class),
                    whole("value"),
                    word("comparator", Comparator.class),
                    text("unit"),
                    texts("actors"),
                    to("scope", "Place", "SCOPE")),
            DatasetTable.facts(
                    "pledges.csv",
                    "Pledge",
                    new DatasetTable.About("subject", row -> "pledge", "text"),
                    to("subject", "Agent", "ABOUT").must(),
                    text("text").must(),
                    whole("target_year"),
                    text("target"),
                    to("under", "Organization", "UNDER")),
            DatasetTable.facts(
                    "criteria-sets.csv",
                    "CriteriaSet",
                    new DatasetTable.About("stated_for", row -> "criteria", "name"),
                    text("name").must(),
                    to("stated_for", "Organization", "ABOUT").must(),
                    date("valid_from"),
                    date("valid_to")),
            DatasetTable.facts(
                    "criteria.csv",
                    "Criterion",
                    new DatasetTable.About("criteria_set", row -> "criterion", "name"),
                    to("criteria_set", "CriteriaSet", "IN_SET").must(),
                    whole("position").must(),
                    text("name").must(),
                    text("text"),
                    whole("target_year"),
                    to("instrument", "Instrument", "REFERS_TO")),
            DatasetTable.facts(
                    "entry-routes.csv",
                    "EntryRoute",
                    new DatasetTable.About("organization", row -> "entryRoute", "applicants"),
                    to("organization", "Organization", "LEADS_INTO").must(),
                    text("applicants").must(),
                    toAll("steps", "stepIds", "Organization", "STEP").must(),
                    to("condition", "CriteriaSet", "UNDER"),
                    date("open_since"),
                    text("text")),
            STATEMENTS);

    private DatasetTables() {}

    private static DatasetTable government(String file, String label, Class<? extends Enum<?>> kinds) {
        return DatasetTable.things(
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

    private static String slug(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
