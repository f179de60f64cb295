package io.throughline.writing.ledger;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import io.throughline.writing.ledger.MembershipWriter.ExistingClaim;
import io.throughline.writing.ledger.MembershipWriter.RecordedMembership;
import io.throughline.writing.ledger.RecordedClaim.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * Works out how claims on memberships change the graph, and writes them with a fixed number of statements, however many there
 * are. Each instance can be used once.
 */
final class ClaimWriter {

    /** A claim that changes the graph, with the claim it supersedes. */
    private record PendingClaim(
            ClaimDraft draft, NewClaim claim, @Nullable ExistingClaim superseded) {}

    private final TransactionContext transaction;
    private final LedgerActivity by;
    private final List<PendingClaim> pending = new ArrayList<>();

    /** The outcome of each claim, by {@link ClaimDraft#firstId}. */
    private final Map<String, RecordedClaim> recorded = new HashMap<>();

    ClaimWriter(TransactionContext transaction, LedgerActivity by) {
        this.transaction = transaction;
        this.by = by;
    }

    /**
     * Writes the claims and returns one outcome for each; the caller still has to resolve changed memberships and settle
     * {@link #changedPledges}.
     */
    List<RecordedClaim> record(List<MembershipClaim> claims) {
        var drafts = claims.stream().map(ClaimDraft::of).toList();
        var distinct = distinct(drafts);
        var memberships = distinct.stream().map(ClaimDraft::membership).toList();
        plan(distinct, MembershipWriter.touch(transaction, by, memberships, sources(distinct)));
        if (!pending.isEmpty()) {
            write();
        }
        return outcomes(drafts);
    }

    /** Ids of the pledges that the written claims state or no longer state. */
    Set<String> changedPledges() {
        var ids = new TreeSet<String>();
        for (var claim : pending) {
            ids.addAll(claim.draft().pledges().keySet());
            if (claim.superseded() != null) {
                ids.addAll(claim.superseded().pledgeIds());
            }
        }
        return ids;
    }

    /** Returns the same outcomes without writing anything. */
    List<RecordedClaim> preview(List<MembershipClaim> claims) {
        var drafts = claims.stream().map(ClaimDraft::of).toList();
        var distinct = distinct(drafts);
        var ids = distinct.stream().map(ClaimDraft::membershipId).collect(toSet());
        plan(distinct, MembershipWriter.find(transaction, ids, sources(distinct)));
        return outcomes(drafts);
    }

    /** The first claim of each source on each membership. */
    private static Collection<ClaimDraft> distinct(List<ClaimDraft> drafts) {
        var distinct = new LinkedHashMap<String, ClaimDraft>();
        drafts.forEach(draft -> distinct.putIfAbsent(draft.firstId(), draft));
        return distinct.values();
    }

    private static Set<String> sources(Collection<ClaimDraft> drafts) {
        return drafts.stream().map(ClaimDraft::sourceId).collect(toSet());
    }

    private List<RecordedClaim> outcomes(List<ClaimDraft> drafts) {
        var reported = new HashSet<String>();
        return drafts.stream()
                .map(draft -> {
                    var first = Objects.requireNonNull(recorded.get(draft.firstId()));
                    return reported.add(draft.firstId())
                            ? first
                            : new RecordedClaim(first.claimId(), first.membershipId(), Change.SAME);
                })
                .toList();
    }

    private void plan(Collection<ClaimDraft> drafts, Map<String, RecordedMembership> found) {
        var unstated = new ArrayList<ClaimDraft>();
        for (var draft : drafts) {
            standing(draft, of(draft, found))
                    .ifPresentOrElse(
                            id -> recorded.put(
                                    draft.firstId(), new RecordedClaim(id, draft.membershipId(), Change.SAME)),
                            () -> unstated.add(draft));
        }
        var versions = NewClaim.versions(
                transaction,
                unstated.stream()
                        .filter(draft -> !of(draft, found).isNew())
                        .map(ClaimDraft::firstId)
                        .toList());
        for (var draft : unstated) {
            var predecessor = predecessor(draft, of(draft, found));
            var claim = claim(
                    draft,
                    predecessor == null ? null : predecessor.id(),
                    of(draft, found).isNew(),
                    versions);
            pending.add(new PendingClaim(draft, claim, predecessor));
            recorded.put(
                    draft.firstId(),
                    new RecordedClaim(
                            claim.id(), draft.membershipId(), predecessor == null ? Change.NEW : Change.CHANGED));
        }
    }

    private static RecordedMembership of(ClaimDraft draft, Map<String, RecordedMembership> found) {
        return Objects.requireNonNull(found.get(draft.membershipId()));
    }

    /** The claim that already says the same; if a person corrected or withdrew that one, the correction or the withdrawn claim. */
    private Optional<String> standing(ClaimDraft draft, RecordedMembership membership) {
        var same = membership.claims().stream()
                .filter(existing -> existing.says(draft))
                .toList();
        return same.stream()
                .filter(ExistingClaim::stands)
                .findFirst()
                .or(() -> by.kind() == LedgerActivity.Kind.IMPORT
                        ? same.stream().filter(ExistingClaim::isDecidedAgainst).findFirst()
                        : Optional.empty())
                .map(existing ->
                        existing.claim().get("supersededById") instanceof String successor ? successor : existing.id());
    }

    /** The claim of the same source that a new one supersedes; of several, preferably one that came from a list. */
    private static @Nullable ExistingClaim predecessor(ClaimDraft draft, RecordedMembership membership) {
        return membership.claims().stream()
                .filter(existing -> existing.stands()
                        && draft.sourceId().equals(existing.claim().get("sourceId")))
                .min(comparing((ExistingClaim existing) -> !existing.id().startsWith(draft.firstId()))
                        .thenComparing(ExistingClaim::id))
                .orElse(null);
    }

    private NewClaim claim(
            ClaimDraft draft, @Nullable String supersedesId, boolean isOnNew, Map<String, Long> versions) {
        var properties =
                NewClaim.numbered(draft.properties(), draft.firstId(), 1 + versions.getOrDefault(draft.firstId(), 0L));
        properties.putAll(NodeProperties.provenance(by));
        if (supersedesId != null) {
            properties.put("supersedesId", supersedesId);
            properties.put("recordedAs", ChangeReason.SUPERSEDED.name());
        }
        return new NewClaim(draft.sourceId(), properties, draft.supports(isOnNew));
    }

    private void write() {
        var superseded = new TreeMap<String, String>();
        for (var claim : pending) {
            if (claim.superseded() != null) {
                superseded.put(claim.superseded().id(), claim.claim().id());
            }
        }
        PledgeWriter.add(
                transaction, by, pending.stream().map(PendingClaim::draft).toList());
        var at = NewClaim.write(
                transaction, pending.stream().map(PendingClaim::claim).toList());
        ClaimWithdrawer.withdraw(transaction, by, superseded, null, ChangeReason.SUPERSEDED, at);
    }
}
