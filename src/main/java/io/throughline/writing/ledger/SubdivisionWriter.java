package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.agent.OrganizationKind;
import io.throughline.model.agent.PlaceKind;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Strength;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.GazetteerRegion;
import io.throughline.reference.name.NameProperties;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Adds missing states and provinces of agents from the gazetteer, each with a claim that states its name. */
final class SubdivisionWriter {

    private static final CypherStatement MISSING = CypherStatement.in("ledger/missing-places.cypher");
    private static final CypherStatement PLACES = CypherStatement.in("ledger/add-places.cypher");

    private static final NewOrganization PUBLISHER = new NewOrganization(
            "unicode", "Unicode Consortium", OrganizationKind.BODY, "https://www.unicode.org/", null, null);

    private static final NewSource SOURCE = NewSourceBuilder.builder()
            .id("unicode-cldr-48")
            .title("Unicode CLDR 48, names of subdivisions")
            .licence("Unicode License V3")
            .publisherId(PUBLISHER.id())
            .url("https://cldr.unicode.org/")
            .language("en")
            .licenceUrl("https://www.unicode.org/license.txt")
            .attribution("Copyright © 2004-2026 Unicode, Inc.")
            .note("Codes by ISO 3166-2 and English names, through the npm package cldr-subdivisions-full 48.2.0.")
            .build();

    private final Gazetteer gazetteer;
    private final TransactionContext transaction;
    private final LedgerActivity by;

    SubdivisionWriter(Gazetteer gazetteer, TransactionContext transaction, LedgerActivity by) {
        this.gazetteer = gazetteer;
        this.transaction = transaction;
        this.by = by;
    }

    /** Adds the places with these codes that are not in the graph and that the gazetteer has. */
    void add(Collection<String> codes) {
        var missing = codes.isEmpty()
                ? List.<GazetteerRegion>of()
                : transaction.run(MISSING.text(), Map.of("ids", LockOrder.of(codes))).stream()
                        .map(row -> gazetteer.region(row.get("id").asString()))
                        .filter(Objects::nonNull)
                        .toList();
        if (missing.isEmpty()) {
            return;
        }
        NodeWriter.addOrganizations(transaction, by, List.of(PUBLISHER));
        NodeWriter.addSource(transaction, by, SOURCE);
        var added = transaction
                .run(
                        PLACES.text(),
                        Map.of(
                                "places",
                                missing.stream().map(SubdivisionWriter::row).toList(),
                                "by",
                                NodeProperties.provenance(by)))
                .list(row -> row.get("id").asString());
        if (!added.isEmpty()) { // empty when another server was faster
            claim(missing.stream().filter(each -> added.contains(each.iso())).toList());
        }
    }

    private static Map<String, Object> row(GazetteerRegion region) {
        return new NodeProperties()
                .put("id", region.iso())
                .put(
                        "properties",
                        new NodeProperties()
                                .put("name", region.name())
                                .put("sortName", NameProperties.sortName(region.name()))
                                .putAll(NameProperties.keys(region.name()))
                                .put("kind", PlaceKind.SUBDIVISION)
                                .put("iso", region.iso())
                                .properties())
                .put("countryId", region.country())
                .properties();
    }

    private void claim(List<GazetteerRegion> regions) {
        var versions = NewClaim.versions(
                transaction, regions.stream().map(SubdivisionWriter::claimId).toList());
        NewClaim.write(
                transaction,
                regions.stream()
                        .map(region -> claim(region, versions.get(claimId(region))))
                        .toList());
    }

    private static String claimId(GazetteerRegion region) {
        return "%s.%s.name".formatted(SOURCE.id(), region.iso());
    }

    private NewClaim claim(GazetteerRegion region, @Nullable Long last) {
        var properties = new NodeProperties()
                .put("sourceId", SOURCE.id())
                .put("locator", region.iso())
                .put("printed", region.name())
                .put("strength", Strength.STATED)
                .put("rank", Rank.NORMAL)
                .put("subjectId", region.iso())
                .put("property", "name")
                .put("value", region.name())
                .putAll(NodeProperties.provenance(by))
                .properties();
        return new NewClaim(
                SOURCE.id(),
                NewClaim.numbered(properties, claimId(region), 1 + (last == null ? 0 : last)),
                List.of(new NewClaim.Support(String.valueOf(region.iso()), Map.of(), 1)));
    }
}
