package io.throughline.benchmark;

import static org.neo4j.graphdb.RelationshipType.withName;

import io.throughline.agent.PopulationClass;
import io.throughline.date.PartialDate;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.Values;

/**
 * Writes a graph of a size in the shape that the product's own loader gives: every label, every key that is copied beside
 * a relationship, every membership with its claim, its source and its shortcut. Indexes are made by the server's
 * migrations when it first starts on the store.
 */
final class GraphGenerator {

    private static final RelationshipType MEMBER = withName("MEMBER");
    private static final RelationshipType ORGANIZATION = withName("ORGANIZATION");
    private static final RelationshipType MEMBER_OF = withName("MEMBER_OF");
    private static final RelationshipType VIA = withName("VIA");
    private static final RelationshipType SUPPORTS = withName("SUPPORTS");
    private static final RelationshipType STATED_IN = withName("STATED_IN");
    private static final RelationshipType IN_COUNTRY = withName("IN_COUNTRY");
    private static final RelationshipType IN_STATE = withName("IN_STATE");
    private static final RelationshipType HAS_IDENTIFIER = withName("HAS_IDENTIFIER");

    /** Newer than any built-in dataset, which therefore stays out of this graph. */
    private static final String VERSION = "999999.1";

    private final World world;
    private final StoreWriter store;
    private final SplittableRandom random = new SplittableRandom(3);
    /** Element ids by id, of all but the cities. */
    private final Map<String, String> things = new HashMap<>();
    /** The ids of the members of each organization that have not left. */
    private final Map<String, Set<String>> membersOf = new HashMap<>();

    private final List<String> cities = new ArrayList<>();

    private GraphGenerator(World world, StoreWriter store) {
        this.world = world;
        this.store = store;
    }

    /** Writes the graph unless a run before has written it. */
    static void generate(World world) throws IOException {
        var directory = world.size().store();
        var written = directory.resolveSibling("written");
        if (Files.exists(written)) {
            return;
        }
        if (Files.exists(directory)) {
            throw new IOException("%s was left half written: delete it".formatted(directory.toAbsolutePath()));
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
        writePlaces();
        writeCampaigns();
        writeNetworks();
        store.commit();
        writeCities();
        writeMembers();
        writeParticipants();
        writeCounts();
        store.commit();
    }

    private void writeDataset() {
        store.bareNode("GraphVersion")
                .with("id", "graph")
                .with("change", UUID.nameUUIDFromBytes(new byte[0]).toString());
        store.node("dataset", "Dataset")
                .with("version", VERSION)
                .with("title", "Generated graph " + world.size())
                .dated("released", PartialDate.parse("2026-11-22"))
                .with("licence", "CC0 1.0")
                .with("citation", "none");
    }

    private void writePlaces() {
        var earth = keep(store.node("world", "Place").named("World").with("kind", "WORLD"));
        for (var number = 0; number < world.countries().size(); number++) {
            var iso = world.countries().get(number);
            var locale = new Locale("", iso);
            var country = keep(store.node(iso, "Place")
                    .named(locale.getDisplayCountry(Locale.ENGLISH))
                    .with("kind", "COUNTRY")
                    .with("iso", iso)
                    .with("isoAlpha3", locale.getISO3Country())
                    .with("partOfId", "world"));
            store.link(country, withName("PART_OF"), earth);
            for (var each = 0; each < world.states(number); each++) {
                var code = world.state(number, each);
                var state = keep(store.node(code, "Place")
                        .named(PlaceNames.of(number, random))
                        .with("kind", "SUBDIVISION")
                        .with("iso", code)
                        .with("partOfId", iso));
                store.link(state, withName("PART_OF"), country);
            }
        }
    }

    private void writeCampaigns() {
        for (var number = 0; number < World.CAMPAIGNS; number++) {
            var name = "Race to " + PlaceNames.of(number, random);
            var campaign = keep(store.node(world.campaign(number), "Agent", "Organization", "Campaign")
                    .named(name)
                    .with("kind", "CAMPAIGN"));
            var track = keep(store.node("track-" + number, "Agent", "Organization", "Campaign")
                    .named("Cities " + name)
                    .with("kind", "TRACK"));
            var source = writeSource("list-campaign-" + number, "Participants of " + name, campaign);
            writeMembership(track, "TRACK", campaign, null, source);
        }
    }

    private void writeNetworks() {
        for (var number = 0; number < world.size().networks; number++) {
            var id = world.network(number);
            var name = world.networkName(number);
            var network = keep(store.node(id, "Agent", "Organization", "Network")
                    .named(name)
                    .with("kind", "NETWORK"));
            var source = writeSource("list-" + id, "Members of " + name, network);
            writeName(id, network, "NW" + number, "ABBREVIATION", "list-" + id);
            writeSecretariat(id, network, name, source);
            writeMemberList(id, network, source);
            writePartnerships(number, network, source);
        }
    }

    private void writePartnerships(int number, Node network, Node source) {
        var campaign = number % World.CAMPAIGNS;
        writeMembership(network, "OFFICIAL_PARTNER", thing(world.campaign(campaign)), null, source);
        if (number % 3 == 0) {
            writeMembership(network, "CO_ORGANISER", thing("track-" + (campaign + 1) % World.CAMPAIGNS), null, source);
        }
        if (number % 4 == 3) {
            writeMembership(network, "COLLABORATOR", thing(world.network(number - 1)), null, source);
        }
    }

    private Node writeSource(String id, String title, Node publisher) {
        var day = "%d-%02d-%02d".formatted(random.nextInt(2018, 2026), random.nextInt(1, 13), random.nextInt(1, 29));
        var source = keep(store.node(id, "Source")
                .with("title", title)
                .foundBy(title)
                .with("publisherId", publisher.getProperty("id"))
                .with("url", "https://example.org/" + id)
                .with("language", "en")
                .dated("statedAt", PartialDate.parse(day))
                .with("licence", "none stated"));
        store.link(source, withName("PUBLISHED_BY"), publisher);
        return source;
    }

    private void writeSecretariat(String network, Node organization, String name, Node source) {
        var called = "Secretariat of the " + name;
        var secretariat = store.node(network + "-secretariat", "Secretariat")
                .named(called)
                .with("organizationId", network)
                .with("coversId", "world")
                .written();
        store.link(secretariat, withName("POST_IN"), organization);
        store.link(secretariat, withName("COVERS"), thing("world"));
        var claim = writeClaim(network + ".secretariat", source, network, "SECRETARIAT", called);
        store.link(claim, SUPPORTS, secretariat);
    }

    private void writeMemberList(String network, Node organization, Node source) {
        var list = store.node(network + "-list", "MemberList")
                .with("organizationId", network)
                .with("sourceId", source.getProperty("id"))
                .with("complete", "YES")
                .written();
        store.link(list, withName("LIST_OF"), organization);
        store.link(list, STATED_IN, source);
    }

    private void writeName(String owner, Node node, String value, String kind, String source) {
        var name = store.node(owner + "/name/" + value, "Name")
                .with("subjectId", owner)
                .with("value", value)
                .with("kind", kind)
                .with("sourceId", source)
                .with("folded", Draft.folded(value))
                .foundBy(value)
                .written();
        store.link(node, withName("HAS_NAME"), name);
    }

    private void writeCities() {
        var progress = new Progress("cities", world.size().cities);
        for (var number = 0; number < world.size().cities; number++) {
            var city = world.city(number);
            var node = store.node(city.id(), "Agent", "LocalGovernment", "City")
                    .named(city.name())
                    .with("kind", number % 9 == 0 ? "MUNICIPALITY" : "CITY")
                    .with("countryId", city.country())
                    .with("stateId", city.state())
                    .with("latitude", city.latitude())
                    .with("longitude", city.longitude())
                    .with(
                            "position",
                            Values.pointValue(CoordinateReferenceSystem.WGS_84, city.longitude(), city.latitude()))
                    .with("worldRegionId", "world")
                    .with("population", city.population())
                    .with("populationClass", String.valueOf(PopulationClass.of(city.population())))
                    .with("populationYear", 2020L)
                    .with("resolution", "RESOLVED")
                    .written();
            cities.add(node.getElementId());
            store.link(node, IN_COUNTRY, thing(city.country()));
            store.link(node, IN_STATE, thing(city.state()));
            writeIdentifier(city.id(), node, String.valueOf(1_000_000 + number));
            if (number % 40 == 0) {
                writeName(city.id(), node, PlaceNames.of(number, random), "FORMER", "list-" + world.network(0));
            }
            store.commitIfMany();
            progress.step();
        }
        progress.end();
    }

    private void writeIdentifier(String owner, Node node, String value) {
        var identifier = store.node(owner + "/geonames/" + value, "Identifier")
                .with("scheme", "geonames")
                .with("value", value)
                .with("url", "https://www.geonames.org/" + value)
                .written();
        store.link(node, HAS_IDENTIFIER, identifier);
    }

    private void writeMembers() {
        var numbers = IntStream.range(0, world.size().networks);
        var progress = new Progress(
                "members", numbers.map(world::networkSize).asLongStream().sum());
        for (var number = 0; number < world.size().networks; number++) {
            var id = world.network(number);
            write(world.members(number), world.networkSize(number), id, null, progress);
        }
        progress.end();
    }

    /** The members of a campaign's partners take part through them, until there are as many as there are to be. */
    private void writeParticipants() {
        var numbers = IntStream.range(0, World.CAMPAIGNS);
        var progress = new Progress(
                "participants", numbers.map(world::campaignSize).asLongStream().sum());
        for (var number = 0; number < World.CAMPAIGNS; number++) {
            var missing = world.campaignSize(number);
            for (var partner : world.partners(number)) {
                var via = world.network(partner);
                missing -= write(world.members(partner), missing, world.campaign(number), via, progress);
            }
        }
        progress.end();
    }

    /** Memberships of at most so many cities; says of how many. */
    private int write(BitSet members, int most, String organization, @Nullable String via, Progress progress) {
        var count = 0;
        for (var city = members.nextSetBit(0); city >= 0 && count < most; city = members.nextSetBit(city + 1)) {
            writeMembership(
                    store.again(cities.get(city)),
                    "MEMBER",
                    thing(organization),
                    via == null ? null : thing(via),
                    thing("list-" + organization));
            count++;
            store.commitIfMany();
            progress.step();
        }
        return count;
    }

    private void writeMembership(Node member, String role, Node organization, @Nullable Node via, Node source) {
        var memberId = member.getProperty("id").toString();
        var organizationId = organization.getProperty("id").toString();
        var partner = via == null ? null : via.getProperty("id").toString();
        var id = memberId + "." + role.toLowerCase(Locale.ROOT).replace('_', '-') + "." + organizationId
                + (partner == null ? "" : ".via." + partner);
        // every other one says since when, one in twenty is over
        var from = random.nextBoolean() ? PartialDate.parse(String.valueOf(random.nextInt(2005, 2026))) : null;
        var status = random.nextInt(20) == 0 ? "ENDED" : "IN_FORCE";
        var directness = partner == null ? "DIRECT" : "INDIRECT";
        var viaStatus = partner == null ? null : "NAMED";
        var membership = describe(
                        store.node(id, "Membership"), member, role, organization, partner, from, status, source)
                .written();
        store.link(membership, MEMBER, member);
        store.link(membership, ORGANIZATION, organization);
        if (via != null) {
            store.link(membership, VIA, via)
                    .with("position", 1L)
                    .with("partnerId", partner)
                    .with("organizationId", organizationId)
                    .with("sortName", member.getProperty("sortName"))
                    .with("membershipId", id);
        }
        var claim = writeClaim("claim." + id, source, memberId, role, organizationId);
        store.link(claim, SUPPORTS, membership)
                .with("viaStatus", viaStatus)
                .with("directness", directness)
                .dated("validFrom", from)
                .with("status", status);
        describe(
                store.bareLink(member, MEMBER_OF, organization).with("membershipId", id),
                member,
                role,
                organization,
                partner,
                from,
                status,
                source);
        if (role.equals("MEMBER") && status.equals("IN_FORCE")) {
            membersOf.computeIfAbsent(organizationId, of -> new HashSet<>()).add(memberId);
        }
    }

    /** What stands on a membership and on its shortcut, as {@code resolve-memberships.cypher} makes it. */
    private static <T extends Entity> Draft<T> describe(
            Draft<T> draft,
            Node member,
            String role,
            Node organization,
            @Nullable String partner,
            @Nullable PartialDate from,
            String status,
            Node source) {
        var seen = (LocalDate) source.getProperty("statedAtEarliest");
        var inForce = status.equals("IN_FORCE");
        var begun = from == null ? null : from.latest();
        return draft.with("memberId", member.getProperty("id"))
                .with("role", role)
                .with("organizationId", organization.getProperty("id"))
                .with("sortName", member.getProperty("sortName"))
                .with("organizationSortName", organization.getProperty("sortName"))
                .with("viaIds", partner == null ? null : new String[] {partner})
                .with("viaStatus", partner == null ? null : "NAMED")
                .with("directness", partner == null ? "DIRECT" : "INDIRECT")
                .dated("validFrom", from)
                .with("status", status)
                .with("strength", "STATED")
                .with("sourceCount", 1L)
                .with("notBefore", from == null ? null : from.earliest())
                .with("notFrom", inForce ? null : seen)
                .with("surelyFrom", inForce && (begun == null || seen.isBefore(begun)) ? seen : begun)
                .with("surelyUntil", inForce ? seen.plusDays(1) : null);
    }

    private void writeCounts() {
        things.forEach((id, element) -> {
            if (store.again(element).hasLabel(Label.label("Organization"))) {
                store.again(element).setProperty("knownMembers", (long)
                        membersOf.getOrDefault(id, Set.of()).size());
            }
        });
    }

    private Node writeClaim(String id, Node source, String subject, String property, String value) {
        var claim = store.node(id, "Claim")
                .with("sourceId", source.getProperty("id"))
                .with("locator", "member list")
                .with("strength", "STATED")
                .with("rank", "NORMAL")
                .with("subjectId", subject)
                .with("property", property)
                .with("value", value)
                .written();
        store.link(claim, STATED_IN, source);
        return claim;
    }

    private Node keep(Draft<Node> thing) {
        var node = thing.written();
        things.put(node.getProperty("id").toString(), node.getElementId());
        return node;
    }

    private Node thing(String id) {
        return store.again(String.valueOf(things.get(id)));
    }
}
