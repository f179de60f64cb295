package io.throughline.benchmark;

import static org.neo4j.graphdb.RelationshipType.withName;

import io.throughline.reference.date.PartialDate;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;

/** Writes the memberships of a generated graph, each with its claim, source and shortcut. */
final class MembershipsWriter {

    private static final RelationshipType MEMBER = withName("MEMBER");
    private static final RelationshipType ORGANIZATION = withName("ORGANIZATION");
    private static final RelationshipType MEMBER_OF = withName("MEMBER_OF");
    private static final RelationshipType VIA = withName("VIA");

    private final World world;
    private final Facts facts;
    /** The ids of each organization's current members. */
    private final Map<String, Set<String>> membersOf = new HashMap<>();

    private final Map<String, Map<String, Long>> rolesOf = new HashMap<>();

    MembershipsWriter(World world, Facts facts) {
        this.world = world;
        this.facts = facts;
    }

    /**
     * Writes the members of the networks.
     *
     * @param cities their element ids
     */
    void writeMembers(List<String> cities) {
        var numbers = IntStream.range(0, world.size().networks);
        var progress = new Progress(
                "members", numbers.map(world::networkSize).asLongStream().sum());
        for (var number = 0; number < world.size().networks; number++) {
            var id = world.network(number);
            write(cities, world.members(number), world.networkSize(number), id, null, progress);
        }
        progress.end();
    }

    /**
     * Writes the participants of the campaigns: members of a campaign's partners take part through them, until its size
     * is reached.
     */
    void writeParticipants(List<String> cities) {
        var numbers = IntStream.range(0, World.CAMPAIGNS);
        var progress = new Progress(
                "participants", numbers.map(world::campaignSize).asLongStream().sum());
        for (var number = 0; number < World.CAMPAIGNS; number++) {
            var missing = world.campaignSize(number);
            for (var partner : world.partners(number)) {
                var via = world.network(partner);
                missing -= write(cities, world.members(partner), missing, world.campaign(number), via, progress);
            }
        }
        progress.end();
    }

    /** Writes memberships of a limited number of cities; returns how many. */
    private int write(
            List<String> cities,
            BitSet members,
            int most,
            String organization,
            @Nullable String via,
            Progress progress) {
        var count = 0;
        for (var city = members.nextSetBit(0); city >= 0 && count < most; city = members.nextSetBit(city + 1)) {
            writeMembership(
                    facts.store().byElementId(cities.get(city)),
                    "MEMBER",
                    facts.node(organization),
                    via == null ? null : facts.node(via),
                    facts.node("list-" + organization));
            count++;
            facts.store().commitIfMany();
            progress.step();
        }
        return count;
    }

    void writeMembership(Node member, String role, Node organization, @Nullable Node via, Node source) {
        var memberId = member.getProperty("id").toString();
        var organizationId = organization.getProperty("id").toString();
        var partner = via == null ? null : via.getProperty("id").toString();
        var id = memberId + "." + role.toLowerCase(Locale.ROOT).replace('_', '-') + "." + organizationId
                + (partner == null ? "" : ".via." + partner);
        // every other one has a start date, one in twenty has ended
        var from = facts.random().nextBoolean()
                ? PartialDate.parse(String.valueOf(facts.random().nextInt(2005, 2026)))
                : null;
        var status = facts.random().nextInt(20) == 0 ? "ENDED" : "IN_FORCE";
        var directness = partner == null ? "DIRECT" : "INDIRECT";
        var viaStatus = partner == null ? null : "NAMED";
        var membership = describe(
                        facts.store().node(id, "Membership"), member, role, organization, partner, from, status, source)
                .written();
        facts.store().link(membership, MEMBER, member);
        facts.store().link(membership, ORGANIZATION, organization);
        if (via != null) {
            facts.store()
                    .link(membership, VIA, via)
                    .with("position", 1L)
                    .with("partnerId", partner)
                    .with("organizationId", organizationId)
                    .with("sortName", member.getProperty("sortName"))
                    .with("membershipId", id);
        }
        var claim = facts.writeClaim("claim." + id, source, memberId, role, organizationId);
        facts.store()
                .link(claim, Facts.SUPPORTS, membership)
                .with("viaStatus", viaStatus)
                .with("directness", directness)
                .dated("validFrom", from)
                .with("status", status);
        describe(
                facts.store().bareLink(member, MEMBER_OF, organization).with("membershipId", id),
                member,
                role,
                organization,
                partner,
                from,
                status,
                source);
        rolesOf.computeIfAbsent(organizationId, of -> new HashMap<>()).merge(role, 1L, Long::sum);
        if (role.equals("MEMBER") && status.equals("IN_FORCE")) {
            membersOf.computeIfAbsent(organizationId, of -> new HashSet<>()).add(memberId);
        }
    }

    /** Sets the properties of a membership and its shortcut, as {@code resolve-memberships.cypher} does. */
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
        var started = from == null ? null : from.latest();
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
                .with("lapsed", status.equals("ENDED") ? true : null)
                .with("strength", "STATED")
                .with("sourceCount", 1L)
                .with("sourceIds", new String[] {(String) source.getProperty("id")})
                .with("firstSeen", inForce ? source.getProperty("statedAt") : null)
                .with("lastSeen", inForce ? source.getProperty("statedAt") : null)
                .with("newestEvidence", source.getProperty("statedAt"))
                .with("newestEvidenceEarliest", seen)
                .with("newestEvidenceLatest", source.getProperty("statedAtLatest"))
                .with("newestEvidenceSourceId", source.getProperty("id"))
                .with("notBefore", from == null ? null : from.earliest())
                .with("notFrom", inForce ? null : seen)
                .with("surelyFrom", inForce && (started == null || seen.isBefore(started)) ? seen : started)
                .with("surelyUntil", inForce ? seen.plusDays(1) : null);
    }

    /** Writes the number of members of each organization, and of its memberships in each role. */
    void writeCounts() {
        facts.eachNode(node -> {
            if (node.hasLabel(Label.label("Organization"))) {
                var id = node.getProperty("id").toString();
                node.setProperty("knownMembers", (long)
                        membersOf.getOrDefault(id, Set.of()).size());
                rolesOf.getOrDefault(id, Map.of()).forEach((role, count) -> node.setProperty("inRole_" + role, count));
            }
        });
    }
}
