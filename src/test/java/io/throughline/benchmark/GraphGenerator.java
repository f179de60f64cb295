package io.throughline.benchmark;

import static org.neo4j.graphdb.RelationshipType.withName;

import io.throughline.reference.date.PartialDate;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.neo4j.graphdb.Node;

/**
 * Writes a graph of a given size in the shape the product's own loader creates: all labels, all keys copied to
 * relationships, and each membership with its claim, source and shortcut. The server's migrations create the indexes
 * when it first starts on the store.
 */
final class GraphGenerator {

    /** Newer than any built-in dataset, so that none is loaded into this graph. */
    private static final String VERSION = "999999.1";

    private final World world;
    private final Facts facts;
    private final PlacesWriter places;
    private final MembershipsWriter memberships;

    private GraphGenerator(World world, StoreWriter store) {
        this.world = world;
        this.facts = new Facts(store);
        this.places = new PlacesWriter(world, facts);
        this.memberships = new MembershipsWriter(world, facts);
    }

    /** Writes the graph unless an earlier run has written it. */
    static void generate(World world) throws IOException {
        var directory = world.size().store();
        var written = directory.resolveSibling("written");
        if (Files.exists(written)) {
            return;
        }
        if (Files.exists(directory)) {
            throw new IOException("%s is incomplete after an interrupted run: delete it and try again"
                    .formatted(directory.toAbsolutePath()));
        }
        Files.createDirectories(directory);
        System.out.println("Writing graph " + world.size() + " to " + directory);
        try (var store = new StoreWriter(directory, world.size().pageCache)) {
            new GraphGenerator(world, store).write();
        }
        Files.createFile(written);
    }

    private void write() {
        writeDataset();
        places.writePlaces();
        writeCampaigns();
        writeNetworks();
        facts.store().commit();
        var cities = places.writeCities();
        memberships.writeMembers(cities);
        memberships.writeParticipants(cities);
        memberships.writeCounts();
        facts.store().commit();
    }

    private void writeDataset() {
        facts.store()
                .bareNode("GraphVersion")
                .with("id", "graph")
                .with("change", UUID.nameUUIDFromBytes(new byte[0]).toString());
        facts.store()
                .node("dataset", "Dataset")
                .with("version", VERSION)
                .with("title", "Generated graph " + world.size())
                .dated("released", PartialDate.parse("2026-11-22"))
                .with("licence", "CC0 1.0")
                .with("citation", "none");
    }

    private void writeCampaigns() {
        for (var number = 0; number < World.CAMPAIGNS; number++) {
            var name = "Race to " + PlaceNames.of(number, facts.random());
            var campaign = facts.keep(facts.store()
                    .node(world.campaign(number), "Agent", "Organization", "Campaign")
                    .named(name)
                    .with("kind", "CAMPAIGN"));
            var track = facts.keep(facts.store()
                    .node("track-" + number, "Agent", "Organization", "Campaign")
                    .named("Cities " + name)
                    .with("kind", "TRACK"));
            var source = writeSource("list-campaign-" + number, "Participants of " + name, campaign);
            memberships.writeMembership(track, "TRACK", campaign, null, source);
        }
    }

    private void writeNetworks() {
        for (var number = 0; number < world.size().networks; number++) {
            var id = world.network(number);
            var name = world.networkName(number);
            var network = facts.keep(facts.store()
                    .node(id, "Agent", "Organization", "Network")
                    .named(name)
                    .with("kind", "NETWORK"));
            var source = writeSource("list-" + id, "Members of " + name, network);
            facts.writeName(id, network, "NW" + number, "ABBREVIATION", "list-" + id);
            writeSecretariat(id, network, name, source);
            writeMemberList(id, network, source);
            writePartnerships(number, network, source);
        }
    }

    private void writePartnerships(int number, Node network, Node source) {
        var campaign = number % World.CAMPAIGNS;
        memberships.writeMembership(network, "OFFICIAL_PARTNER", facts.node(world.campaign(campaign)), null, source);
        if (number % 3 == 0) {
            memberships.writeMembership(
                    network, "CO_ORGANISER", facts.node("track-" + (campaign + 1) % World.CAMPAIGNS), null, source);
        }
        if (number % 4 == 3) {
            memberships.writeMembership(network, "COLLABORATOR", facts.node(world.network(number - 1)), null, source);
        }
    }

    private Node writeSource(String id, String title, Node publisher) {
        var day = "%d-%02d-%02d"
                .formatted(
                        facts.random().nextInt(2018, 2026),
                        facts.random().nextInt(1, 13),
                        facts.random().nextInt(1, 29));
        var source = facts.keep(facts.store()
                .node(id, "Source")
                .with("title", title)
                .foundBy(title)
                .with("publisherId", publisher.getProperty("id"))
                .with("url", "https://example.org/" + id)
                .with("language", "en")
                .dated("statedAt", PartialDate.parse(day))
                .with("licence", "none stated"));
        facts.store().link(source, withName("PUBLISHED_BY"), publisher);
        return source;
    }

    private void writeSecretariat(String network, Node organization, String name, Node source) {
        var called = "Secretariat of the " + name;
        var secretariat = facts.store()
                .node(network + "-secretariat", "Secretariat")
                .named(called)
                .with("organizationId", network)
                .with("coversId", "world")
                .written();
        facts.store().link(secretariat, withName("POST_IN"), organization);
        facts.store().link(secretariat, withName("COVERS"), facts.node("world"));
        var claim = facts.writeClaim(network + ".secretariat", source, network, "SECRETARIAT", called);
        facts.store().link(claim, Facts.SUPPORTS, secretariat);
    }

    private void writeMemberList(String network, Node organization, Node source) {
        var list = facts.store()
                .node(network + "-list", "MemberList")
                .with("organizationId", network)
                .with("sourceId", source.getProperty("id"))
                .with("complete", "YES")
                .written();
        facts.store().link(list, withName("LIST_OF"), organization);
        facts.store().link(list, Facts.STATED_IN, source);
    }
}
