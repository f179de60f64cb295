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

/** Replaces claims with similar ones: with other values, about another agent, or restored. */
final class ClaimSuperseder {

    private static final CypherStatement NOTE_RESTORED = CypherStatement.in("ledger/note-restored.cypher");

    private static final CypherStatement STANDING = CypherStatement.in("ledger/standing-versions.cypher");

    /** Bookkeeping properties of a claim, which a successor does not inherit. */
    private static final Set<String> BOOKKEEPING = Set.of(
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
     * Supersedes claims that are not withdrawn.
     *
     * @param changes how each successor differs, by the id of the claim it supersedes
     * @return the ids of the successors, by the ids of the claims they supersede
     */
    Map<String, String> supersede(Map<String, ClaimPatch> changes, @Nullable String reason, ChangeReason cause) {
        var claims = ClaimWithFacts.read(transaction, changes.keySet()).stream()
                .filter(ClaimWithFacts::stands)
                .toList();
        if (claims.isEmpty()) {
            return Map.of();
        }
        var facts = new AffectedFacts(transaction, resolution);
        facts.lock(claims);
        var replacements = replacements(claims, id -> Objects.requireNonNull(changes.get(id)), facts, cause);
        var ids = ids(replacements);
        var at = NewClaim.write(transaction, replacements.values());
        ClaimWithdrawer.withdraw(transaction, by, new TreeMap<>(ids), reason, cause, at);
        facts.resolve();
        return ids;
    }

    /**
     * Withdraws claims and restores others that were withdrawn.
     *
     * @param withdrawn ids of the claims to withdraw, each with whether it was itself a restored claim
     */
    void replace(Map<String, Boolean> withdrawn, Collection<String> restored, @Nullable String reason) {
        var gone = ClaimWithFacts.read(transaction, withdrawn.keySet());
        var former = ClaimWithFacts.read(transaction, restored);
        var facts = new AffectedFacts(transaction, resolution);
        var all = new ArrayList<>(gone);
        all.addAll(former);
        facts.lock(all);
        var restorable = withoutNewerClaim(former, withdrawn.keySet());
        var withoutSuccessor = new TreeMap<String, @Nullable String>();
        gone.forEach(claim -> withoutSuccessor.put(claim.id(), null));
        ClaimWithdrawer.withdraw(transaction, by, withoutSuccessor, reason, ChangeReason.RESTORED, Values.NULL);
        var notes = new TreeMap<String, @Nullable String>();
        gone.forEach(claim -> {
            if (Boolean.TRUE.equals(withdrawn.get(claim.id()))
                    && claim.properties().get("restoresId") instanceof String original) {
                notes.put(original, null);
            }
        });
        if (!restorable.isEmpty()) {
            // claims about an agent that was merged in the meantime go to the survivor
            var patch = new ClaimPatch(Map.of(), Map.of(), MergeRedirects.of(transaction, ends(restorable)));
            var replacements = replacements(restorable, id -> patch, facts, ChangeReason.RESTORED);
            NewClaim.write(transaction, replacements.values());
            notes.putAll(ids(replacements));
        }
        noteRestored(transaction, notes);
        facts.resolve();
    }

    /** The claims whose source has not stated anything newer that is still in effect. */
    private List<ClaimWithFacts> withoutNewerClaim(List<ClaimWithFacts> former, Set<String> withdrawn) {
        var standing = new HashSet<String>();
        if (!former.isEmpty()) {
            transaction
                    .run(
                            STANDING.text(),
                            Map.of(
                                    "ids",
                                    LockOrder.of(former.stream()
                                            .map(ClaimWithFacts::firstId)
                                            .toList())))
                    .forEachRemaining(row -> {
                        if (!withdrawn.contains(row.get("id").asString())) {
                            standing.add(row.get("firstId").asString());
                        }
                    });
        }
        return former.stream()
                .filter(claim -> !standing.contains(claim.firstId()))
                .toList();
    }

    /**
     * Notes which withdrawn versions were recorded again.
     *
     * @param restored the ids of the new versions by those of the withdrawn ones; null if it is withdrawn again
     */
    static void noteRestored(TransactionContext transaction, Map<String, ? extends @Nullable String> restored) {
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

    private static Map<String, String> ids(Map<String, NewClaim> replacements) {
        return replacements.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, each -> each.getValue().id()));
    }

    private Map<String, NewClaim> replacements(
            List<ClaimWithFacts> claims,
            Function<String, ClaimPatch> changes,
            AffectedFacts facts,
            ChangeReason cause) {
        var versions = new HashMap<>(NewClaim.versions(
                transaction,
                claims.stream().map(claim -> firstId(claim, changes)).toList()));
        touch(claims, changes);
        var replacements = new LinkedHashMap<String, NewClaim>();
        for (var claim : claims) {
            var patch = changes.apply(claim.id());
            var firstId = firstId(claim, changes);
            var properties =
                    NewClaim.numbered(properties(claim, patch, cause), firstId, versions.merge(firstId, 1L, Long::sum));
            var supports = claim.supports().stream()
                    .map(support -> support(support, patch, facts))
                    .distinct()
                    .toList();
            replacements.put(
                    claim.id(), new NewClaim(String.valueOf(properties.get("sourceId")), properties, supports));
        }
        return replacements;
    }

    /** A claim with another source starts its own series of versions. */
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

    private Map<String, Object> properties(ClaimWithFacts claim, ClaimPatch patch, ChangeReason cause) {
        var properties = new HashMap<String, @Nullable Object>(claim.properties());
        properties.keySet().removeAll(BOOKKEEPING);
        properties.put("recordedAs", cause.name());
        if (cause == ChangeReason.RESTORED) {
            // the claim still belongs to its original activity and dataset, which can withdraw it again
            properties.put("supersedesId", claim.properties().get("supersedesId"));
            properties.put("restoresId", claim.id());
            properties.put("restoredInId", by.id());
            properties.put("restoredBy", by.person());
        } else {
            properties.remove("checksum");
            properties.put("supersedesId", claim.id());
            properties.putAll(provenance(claim, cause));
        }
        replace(patch.claim(), properties);
        patch.ids().forEach((from, to) -> {
            properties.computeIfPresent("subjectId", (name, id) -> id.equals(from) ? to : id);
            properties.computeIfPresent("value", (name, id) -> id.equals(from) ? to : id);
        });
        return new NodeProperties().putAll(properties).properties();
    }

    /** A claim that only moved to another agent still belongs to the activity that recorded it. */
    private Map<String, Object> provenance(ClaimWithFacts claim, ChangeReason cause) {
        if (cause != ChangeReason.MERGED && cause != ChangeReason.SPLIT) {
            return NodeProperties.provenance(by);
        }
        var moved = Map.<String, Object>of("movedInId", by.id(), "movedBy", by.person());
        if (claim.properties().get("activityId") != null) {
            return moved;
        }
        var all = new HashMap<>(NodeProperties.provenance(by));
        all.putAll(moved);
        return all;
    }

    /** Replaces values; with a date, its first and last day go too. */
    private static void replace(Map<String, @Nullable Object> changes, Map<String, @Nullable Object> values) {
        changes.forEach((name, value) -> {
            values.remove(name + "Earliest");
            values.remove(name + "Latest");
            values.put(name, value);
        });
    }

    private static NewClaim.Support support(ClaimWithFacts.Support support, ClaimPatch patch, AffectedFacts facts) {
        var values = new HashMap<String, @Nullable Object>(support.values());
        var membership = support.membership();
        if (membership != null) {
            replace(patch.values(), values);
        }
        var moved = membership == null
                ? new ClaimWithFacts.Support(
                        patch.ids().getOrDefault(support.factId(), support.factId()), Map.of(), null)
                : moved(support, membership, patch);
        facts.add(moved);
        return new NewClaim.Support(
                moved.factId(), new NodeProperties().putAll(values).properties(), 2);
    }

    private static ClaimWithFacts.Support moved(
            ClaimWithFacts.Support support, MembershipKey membership, ClaimPatch patch) {
        var key = membership.with(patch.ids());
        return new ClaimWithFacts.Support(key.equals(membership) ? support.factId() : key.id(), Map.of(), key);
    }

    /** Creates the memberships that the claims will be about, and locks them. */
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
