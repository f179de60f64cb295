package io.throughline.ledger;

import static java.util.Comparator.comparing;

import io.throughline.ledger.MembershipWriter.Before;
import io.throughline.ledger.MembershipWriter.Found;
import io.throughline.ledger.Recorded.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Writes claims on memberships, in a handful of statements however many there are. */
final class ClaimWriter {

    /** A claim to be written. */
    private record Draft(
            ClaimText text, Found membership, @Nullable String supersedesId) {}

    private final TransactionContext transaction;
    private final Activity by;
    private final List<Draft> drafts = new ArrayList<>();

    ClaimWriter(TransactionContext transaction, Activity by) {
        this.transaction = transaction;
        this.by = by;
    }

    /** One answer for each; what changed is still to be resolved. */
    List<Recorded> record(List<MembershipClaim> claims) {
        var texts = claims.stream().map(ClaimText::of).toList();
        var once = new LinkedHashMap<String, ClaimText>();
        texts.forEach(text -> once.putIfAbsent(text.firstId(), text));
        var found = MembershipWriter.touch(
                transaction,
                by,
                once.values().stream().map(ClaimText::membership).toList(),
                once.values().stream().map(ClaimText::sourceId).distinct().toList());
        var recorded = new HashMap<String, Recorded>();
        once.forEach((firstId, text) -> {
            var membership = Objects.requireNonNull(found.get(text.membershipId()));
            standing(text, membership)
                    .ifPresentOrElse(
                            id -> recorded.put(firstId, new Recorded(id, text.membershipId(), Change.SAME)),
                            () -> drafts.add(new Draft(text, membership, former(text, membership))));
        });
        if (!drafts.isEmpty()) {
            recorded.putAll(write());
        }
        return answers(texts, recorded);
    }

    private static List<Recorded> answers(List<ClaimText> texts, Map<String, Recorded> recorded) {
        var told = new HashSet<String>();
        return texts.stream()
                .map(text -> {
                    var first = Objects.requireNonNull(recorded.get(text.firstId()));
                    return told.add(text.firstId())
                            ? first
                            : new Recorded(first.claimId(), first.membershipId(), Change.SAME);
                })
                .toList();
    }

    /** The claim that says it already, or the one that a person put in the place of one that did, or took back. */
    private Optional<String> standing(ClaimText text, Found membership) {
        var same =
                membership.claims().stream().filter(before -> before.says(text)).toList();
        return same.stream()
                .filter(Before::stands)
                .findFirst()
                .or(() -> by.kind() == Activity.Kind.IMPORT
                        ? same.stream().filter(Before::isDecidedAgainst).findFirst()
                        : Optional.empty())
                .map(before ->
                        before.claim().get("supersededById") instanceof String successor ? successor : before.id());
    }

    /** The claim of the source that a new one supersedes; of several, the one that came from a list before. */
    private static @Nullable String former(ClaimText text, Found membership) {
        return membership.claims().stream()
                .filter(before ->
                        before.stands() && text.sourceId().equals(before.claim().get("sourceId")))
                .min(comparing((Before before) -> !before.id().startsWith(text.firstId()))
                        .thenComparing(Before::id))
                .map(Before::id)
                .orElse(null);
    }

    private Map<String, Recorded> write() {
        var versions = NewClaim.versions(
                transaction,
                drafts.stream()
                        .filter(draft -> !draft.membership().isNew())
                        .map(draft -> draft.text().firstId())
                        .toList());
        var recorded = new HashMap<String, Recorded>();
        var superseded = new TreeMap<String, String>();
        var written = new ArrayList<NewClaim>();
        for (var draft : drafts) {
            var claim = claim(draft, versions);
            written.add(claim);
            recorded.put(
                    draft.text().firstId(),
                    new Recorded(
                            claim.id(),
                            draft.text().membershipId(),
                            draft.supersedesId() == null ? Change.NEW : Change.CHANGED));
            if (draft.supersedesId() != null) {
                superseded.put(draft.supersedesId(), claim.id());
            }
        }
        Withdrawals.withdraw(transaction, by, superseded, null, As.SUPERSEDED, NewClaim.write(transaction, written));
        return recorded;
    }

    private NewClaim claim(Draft draft, Map<String, Long> versions) {
        var text = draft.text();
        var properties =
                NewClaim.numbered(text.properties(), text.firstId(), 1 + versions.getOrDefault(text.firstId(), 0L));
        properties.putAll(Written.by(by));
        if (draft.supersedesId() != null) {
            properties.put("supersedesId", draft.supersedesId());
            properties.put("recordedAs", As.SUPERSEDED.name());
        }
        return new NewClaim(
                text.sourceId(),
                properties,
                List.of(new NewClaim.Support(
                        text.membershipId(), text.said(), draft.membership().isNew() ? 1 : 2)));
    }
}
