package io.throughline.writing.ledger;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.throughline.infra.cypher.CypherStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Values;

/** Puts claims in the place of others that say nearly the same: with other values, of another agent, or once more. */
final class ClaimSuperseder {

    private static final CypherStatement NOTE_RESTORED = CypherStatement.in("ledger/note-restored.cypher");

    private static final CypherStatement STANDING = CypherStatement.in("ledger/standing-versions.cypher");

    /** What a claim is kept with that is not what it says. */
    private static final Set<String> OF_ITS_LIFE = Set.of(
            "id",
            "versionOfId",
            "version",
            "recordedAt",
            "recordedAs",
            "supersedesId",
            "restoresId",
            "restoredInId",
            "restoredBy",
            "restoredById",
            "supersededById",
            "withdrawnAt",
            "withdrawnInId",
            "withdrawnBy",
            "withdrawnOrigin",
            "withdrawnAs",
            "withdrawnReason");

    private final TransactionContext transaction;
    private final MembershipResolution resolution;
    private final LedgerActivity by;

    ClaimSuperseder(TransactionContext transaction, MembershipResolution resolution, LedgerActivity by) {
        this.transaction = transaction;
        this.resolution = resolution;
        this.by = by;
    }

    /**
     * Supersedes claims that stand.
     *
     * @param changes what the new one says otherwise, by id of the old one
     * @return the ids of the new ones by those of the old ones
     */
    Map<String, String> supersede(Map<String, ClaimPatch> changes, @Nullable String reason, ChangeReason as) {
        var claims = ClaimWithFacts.read(transaction, changes.keySet()).stream()
                .filter(ClaimWithFacts::stands)
                .toList();
        if (claims.isEmpty()) {
            return Map.of();
        }
        var facts = new AffectedFacts(transaction, resolution);
        facts.hold(claims);
        var drafts = drafts(claims, id -> Objects.requireNonNull(changes.get(id)), facts, as);
        var ids = ids(drafts);
        var at = NewClaim.write(transaction, drafts.values());
        ClaimWithdrawer.withdraw(transaction, by, new TreeMap<>(ids), reason, as, at);
        facts.settle();
        return ids;
    }

    /**
     * Withdraws claims that stand and records others anew that were withdrawn before.
     *
     * @param withdrawn those to be withdrawn, and whether that takes back that they were recorded anew
     */
    void replace(Map<String, Boolean> withdrawn, Collection<String> restored, @Nullable String reason) {
        var gone = ClaimWithFacts.read(transaction, withdrawn.keySet());
        var former = ClaimWithFacts.read(transaction, restored);
        var facts = new AffectedFacts(transaction, resolution);
        var all = new ArrayList<>(gone);
        all.addAll(former);
        facts.hold(all);
        var back = withoutSuccessor(former, withdrawn.keySet());
        var none = new TreeMap<String, @Nullable String>();
        gone.forEach(claim -> none.put(claim.id(), null));
        ClaimWithdrawer.withdraw(transaction, by, none, reason, ChangeReason.RESTORED, Values.NULL);
        var notes = new TreeMap<String, @Nullable String>();
        gone.forEach(claim -> {
            if (Boolean.TRUE.equals(withdrawn.get(claim.id()))
                    && claim.properties().get("restoresId") instanceof String original) {
                notes.put(original, null);
            }
        });
        if (!back.isEmpty()) {
            // what is of an agent that was merged since comes to the survivor
            var otherwise = new ClaimPatch(Map.of(), Map.of(), MergeRedirects.of(transaction, ends(back)));
            var drafts = drafts(back, id -> otherwise, facts, ChangeReason.RESTORED);
            NewClaim.write(transaction, drafts.values());
            notes.putAll(ids(drafts));
        }
        note(notes);
        facts.settle();
    }

    /** Those whose source does not say something else by now. */
    private List<ClaimWithFacts> withoutSuccessor(List<ClaimWithFacts> former, Set<String> gone) {
        var standing = new HashSet<String>();
        if (!former.isEmpty()) {
            transaction
                    .run(
                            STANDING.text(),
                            Map.of(
                                    "ids",
                                    ClaimWithdrawer.sorted(former.stream()
                                            .map(ClaimWithFacts::firstId)
                                            .toList())))
                    .forEachRemaining(row -> {
                        if (!gone.contains(row.get("id").asString())) {
                            standing.add(row.get("firstId").asString());
                        }
                    });
        }
        return former.stream()
                .filter(claim -> !standing.contains(claim.firstId()))
                .toList();
    }

    private void note(Map<String, ? extends @Nullable String> restored) {
        var rows = restored.entrySet().stream()
                .map(each -> new NodeProperties()
                        .put("id", each.getKey())
                        .put("restoredById", each.getValue())
                        .properties())
                .toList();
        transaction.run(NOTE_RESTORED.text(), Map.of("claims", rows)).consume();
    }

    private static Set<String> ends(List<ClaimWithFacts> claims) {
        return claims.stream()
                .flatMap(claim -> claim.supports().stream())
                .flatMap(support -> {
                    var membership = support.membership();
                    return membership == null
                            ? Stream.of(support.factId())
                            : Stream.concat(
                                    Stream.of(membership.memberId(), membership.organizationId()),
                                    membership.viaIds().stream());
                })
                .collect(toSet());
    }

    private static Map<String, String> ids(Map<String, NewClaim> drafts) {
        return drafts.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, each -> each.getValue().id()));
    }

    private Map<String, NewClaim> drafts(
            List<ClaimWithFacts> claims, Function<String, ClaimPatch> changes, AffectedFacts facts, ChangeReason as) {
        var versions = new HashMap<>(NewClaim.versions(
                transaction,
                claims.stream().map(claim -> firstId(claim, changes)).toList()));
        touch(claims, changes);
        var drafts = new LinkedHashMap<String, NewClaim>();
        for (var claim : claims) {
            var otherwise = changes.apply(claim.id());
            var firstId = firstId(claim, changes);
            var properties = NewClaim.numbered(
                    properties(claim, otherwise, as), firstId, versions.merge(firstId, 1L, Long::sum));
            var supports = claim.supports().stream()
                    .map(support -> support(support, otherwise, facts))
                    .distinct()
                    .toList();
            drafts.put(claim.id(), new NewClaim(String.valueOf(properties.get("sourceId")), properties, supports));
        }
        return drafts;
    }

    /** A claim of another source begins a row of its own. */
    private static String firstId(ClaimWithFacts claim, Function<String, ClaimPatch> changes) {
        var source = changes.apply(claim.id()).claim().get("sourceId");
        return source == null || source.equals(claim.sourceId())
                ? claim.firstId()
                : source + "." + withoutSource(claim);
    }

    private static String withoutSource(ClaimWithFacts claim) {
        var own = claim.sourceId() + ".";
        return claim.firstId().startsWith(own) ? claim.firstId().substring(own.length()) : claim.firstId();
    }

    private Map<String, Object> properties(ClaimWithFacts claim, ClaimPatch otherwise, ChangeReason as) {
        var properties = new HashMap<String, @Nullable Object>(claim.properties());
        properties.keySet().removeAll(OF_ITS_LIFE);
        properties.put("recordedAs", as.name());
        if (as == ChangeReason.RESTORED) {
            // it is still of the activity and the dataset that it came with, which can take it back
            properties.put("supersedesId", claim.properties().get("supersedesId"));
            properties.put("restoresId", claim.id());
            properties.put("restoredInId", by.id());
            properties.put("restoredBy", by.person());
        } else {
            properties.remove("checksum");
            properties.put("supersedesId", claim.id());
            properties.putAll(ofWhat(claim, as));
        }
        put(otherwise.claim(), properties);
        otherwise.ids().forEach((from, to) -> {
            properties.computeIfPresent("subjectId", (name, id) -> id.equals(from) ? to : id);
            properties.computeIfPresent("value", (name, id) -> id.equals(from) ? to : id);
        });
        return new NodeProperties().putAll(properties).properties();
    }

    /** In the course of what it was recorded: what is only of another agent now is still of the activity it came with. */
    private Map<String, Object> ofWhat(ClaimWithFacts claim, ChangeReason as) {
        if (as != ChangeReason.MERGED && as != ChangeReason.SPLIT) {
            return NodeProperties.by(by);
        }
        var moved = Map.<String, Object>of("movedInId", by.id(), "movedBy", by.person());
        if (claim.properties().get("activityId") != null) {
            return moved;
        }
        var all = new HashMap<>(NodeProperties.by(by));
        all.putAll(moved);
        return all;
    }

    /** Puts values in the place of others, which take their days along when they are dates. */
    private static void put(Map<String, @Nullable Object> changes, Map<String, @Nullable Object> values) {
        changes.forEach((name, value) -> {
            values.remove(name + "Earliest");
            values.remove(name + "Latest");
            values.put(name, value);
        });
    }

    private static NewClaim.Support support(ClaimWithFacts.Support support, ClaimPatch otherwise, AffectedFacts facts) {
        var said = new HashMap<String, @Nullable Object>(support.said());
        put(otherwise.said(), said);
        var membership = support.membership();
        var moved = membership == null
                ? new ClaimWithFacts.Support(
                        otherwise.ids().getOrDefault(support.factId(), support.factId()), Map.of(), null)
                : moved(support, membership, otherwise);
        facts.note(moved);
        return new NewClaim.Support(
                moved.factId(), new NodeProperties().putAll(said).properties(), 2);
    }

    private static ClaimWithFacts.Support moved(
            ClaimWithFacts.Support support, MembershipKey membership, ClaimPatch otherwise) {
        var key = membership.with(otherwise.ids());
        return new ClaimWithFacts.Support(key.equals(membership) ? support.factId() : key.id(), Map.of(), key);
    }

    /** Makes the memberships that the claims will be about. */
    private void touch(List<ClaimWithFacts> claims, Function<String, ClaimPatch> changes) {
        var keys = new ArrayList<MembershipKey>();
        var sources = new TreeSet<String>();
        for (var claim : claims) {
            var ids = changes.apply(claim.id()).ids();
            for (var support : claim.supports()) {
                var membership = support.membership();
                if (membership != null && !membership.with(ids).equals(membership)) {
                    keys.add(membership.with(ids));
                    sources.add(claim.sourceId());
                }
            }
        }
        if (!keys.isEmpty()) {
            MembershipWriter.touch(transaction, by, keys, sources);
        }
    }
}
