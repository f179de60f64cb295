package io.throughline.writing.ledger;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import io.throughline.writing.ledger.MembershipWriter.Before;
import io.throughline.writing.ledger.MembershipWriter.Found;
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
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/**
 * Works out what claims on memberships come to, and writes them, in a handful of statements however many there are. To be used
 * once.
 */
final class ClaimWriter {

    /** A claim to be written. */
    private record Draft(NewClaim claim, @Nullable String supersedesId) {}

    private final TransactionContext transaction;
    private final LedgerActivity by;
    private final List<Draft> drafts = new ArrayList<>();

    /** What becomes of each claim, by the id of the first one of its source on its membership. */
    private final Map<String, RecordedClaim> recorded = new HashMap<>();

    ClaimWriter(TransactionContext transaction, LedgerActivity by) {
        this.transaction = transaction;
        this.by = by;
    }

    /** One answer for each; what changed is still to be resolved. */
    List<RecordedClaim> record(List<MembershipClaim> claims) {
        var texts = claims.stream().map(ClaimDraft::of).toList();
        var once = once(texts);
        var memberships = once.stream().map(ClaimDraft::membership).toList();
        draft(once, MembershipWriter.touch(transaction, by, memberships, sources(once)));
        if (!drafts.isEmpty()) {
            write();
        }
        return answers(texts);
    }

    /** The same answers, read only. */
    List<RecordedClaim> foresee(List<MembershipClaim> claims) {
        var texts = claims.stream().map(ClaimDraft::of).toList();
        var once = once(texts);
        var ids = once.stream().map(ClaimDraft::membershipId).collect(toSet());
        draft(once, MembershipWriter.find(transaction, ids, sources(once)));
        return answers(texts);
    }

    /** The first of each source on each membership. */
    private static Collection<ClaimDraft> once(List<ClaimDraft> texts) {
        var once = new LinkedHashMap<String, ClaimDraft>();
        texts.forEach(text -> once.putIfAbsent(text.firstId(), text));
        return once.values();
    }

    private static Set<String> sources(Collection<ClaimDraft> texts) {
        return texts.stream().map(ClaimDraft::sourceId).collect(toSet());
    }

    private List<RecordedClaim> answers(List<ClaimDraft> texts) {
        var told = new HashSet<String>();
        return texts.stream()
                .map(text -> {
                    var first = Objects.requireNonNull(recorded.get(text.firstId()));
                    return told.add(text.firstId())
                            ? first
                            : new RecordedClaim(first.claimId(), first.membershipId(), Change.SAME);
                })
                .toList();
    }

    private void draft(Collection<ClaimDraft> texts, Map<String, Found> found) {
        var unsaid = new ArrayList<ClaimDraft>();
        for (var text : texts) {
            standing(text, of(text, found))
                    .ifPresentOrElse(
                            id -> recorded.put(text.firstId(), new RecordedClaim(id, text.membershipId(), Change.SAME)),
                            () -> unsaid.add(text));
        }
        var versions = NewClaim.versions(
                transaction,
                unsaid.stream()
                        .filter(text -> !of(text, found).isNew())
                        .map(ClaimDraft::firstId)
                        .toList());
        for (var text : unsaid) {
            var former = former(text, of(text, found));
            var claim = claim(text, former, of(text, found).isNew(), versions);
            drafts.add(new Draft(claim, former));
            recorded.put(
                    text.firstId(),
                    new RecordedClaim(claim.id(), text.membershipId(), former == null ? Change.NEW : Change.CHANGED));
        }
    }

    private static Found of(ClaimDraft text, Map<String, Found> found) {
        return Objects.requireNonNull(found.get(text.membershipId()));
    }

    /** The claim that says it already, or the one that a person put in the place of one that did, or took back. */
    private Optional<String> standing(ClaimDraft text, Found membership) {
        var same =
                membership.claims().stream().filter(before -> before.says(text)).toList();
        return same.stream()
                .filter(Before::stands)
                .findFirst()
                .or(() -> by.kind() == LedgerActivity.Kind.IMPORT
                        ? same.stream().filter(Before::isDecidedAgainst).findFirst()
                        : Optional.empty())
                .map(before ->
                        before.claim().get("supersededById") instanceof String successor ? successor : before.id());
    }

    /** The claim of the source that a new one supersedes; of several, the one that came from a list before. */
    private static @Nullable String former(ClaimDraft text, Found membership) {
        return membership.claims().stream()
                .filter(before ->
                        before.stands() && text.sourceId().equals(before.claim().get("sourceId")))
                .min(comparing((Before before) -> !before.id().startsWith(text.firstId()))
                        .thenComparing(Before::id))
                .map(Before::id)
                .orElse(null);
    }

    private NewClaim claim(
            ClaimDraft text, @Nullable String supersedesId, boolean isOnNew, Map<String, Long> versions) {
        var properties =
                NewClaim.numbered(text.properties(), text.firstId(), 1 + versions.getOrDefault(text.firstId(), 0L));
        properties.putAll(NodeProperties.by(by));
        if (supersedesId != null) {
            properties.put("supersedesId", supersedesId);
            properties.put("recordedAs", ChangeReason.SUPERSEDED.name());
        }
        return new NewClaim(
                text.sourceId(),
                properties,
                List.of(new NewClaim.Support(text.membershipId(), text.said(), isOnNew ? 1 : 2)));
    }

    private void write() {
        var superseded = new TreeMap<String, String>();
        for (var draft : drafts) {
            if (draft.supersedesId() != null) {
                superseded.put(draft.supersedesId(), draft.claim().id());
            }
        }
        var at = NewClaim.write(transaction, drafts.stream().map(Draft::claim).toList());
        ClaimWithdrawer.withdraw(transaction, by, superseded, null, ChangeReason.SUPERSEDED, at);
    }
}
