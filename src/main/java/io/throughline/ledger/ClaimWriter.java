package io.throughline.ledger;

import static java.util.Comparator.comparing;

import io.throughline.cypher.Statement;
import io.throughline.ledger.Recorded.Change;
import io.throughline.membership.MembershipId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Writes claims on memberships, in a handful of statements however many there are. */
final class ClaimWriter {

    private static final Statement TOUCH = Statement.in("ledger/touch-memberships.cypher");
    private static final Statement LINK = Statement.in("ledger/link-memberships.cypher");
    private static final Statement WRITE = Statement.in("ledger/write-claims.cypher");

    /** A claim of a source on a membership that is in the graph, withdrawn or not. */
    private record Before(boolean active, Map<String, Object> claim, Map<String, Object> said) {

        static Before of(Value value) {
            return new Before(
                    value.get("active").asBoolean(),
                    value.get("claim").asMap(),
                    value.get("said").asMap());
        }

        String id() {
            return String.valueOf(claim.get("id"));
        }

        /** Which one it is of those that begin with this id; 0 when it is none of them. */
        long versionOf(String firstId) {
            if (id().equals(firstId)) {
                return 1;
            }
            return firstId.equals(claim.get("versionOfId")) && claim.get("version") instanceof Long version
                    ? version
                    : 0;
        }
    }

    private record Found(boolean isNew, List<Before> claims) {}

    /** A claim to be written. */
    private record Draft(
            ClaimText text,
            String id,
            long version,
            @Nullable String supersedesId,
            boolean isNew) {}

    private final TransactionContext transaction;
    private final Activity by;

    ClaimWriter(TransactionContext transaction, Activity by) {
        this.transaction = transaction;
        this.by = by;
    }

    /** One answer for each; what changed is still to be resolved. */
    List<Recorded> record(List<MembershipClaim> claims) {
        var texts = claims.stream().map(ClaimText::of).toList();
        var once = new LinkedHashMap<String, ClaimText>();
        texts.forEach(text -> once.putIfAbsent(text.firstId(), text));
        var found = touch(once.values());
        var drafts = new ArrayList<Draft>();
        var recorded = new HashMap<String, Recorded>();
        once.forEach((firstId, text) -> recorded.put(
                firstId, recordedOf(text, Objects.requireNonNull(found.get(text.membershipId())), drafts)));
        if (!drafts.isEmpty()) {
            Withdrawals.withdraw(transaction, by, superseded(drafts), null, write(drafts));
        }
        var told = new ArrayList<Recorded>();
        texts.forEach(text -> {
            var first = Objects.requireNonNull(recorded.get(text.firstId()));
            told.add(
                    once.remove(text.firstId()) != null
                            ? first
                            : new Recorded(first.claimId(), first.membershipId(), Change.SAME));
        });
        return told;
    }

    private static SortedMap<String, String> superseded(List<Draft> drafts) {
        var superseded = new TreeMap<String, String>();
        drafts.forEach(draft -> {
            if (draft.supersedesId() != null) {
                superseded.put(draft.supersedesId(), draft.id());
            }
        });
        return superseded;
    }

    private static Recorded recordedOf(ClaimText text, Found found, List<Draft> drafts) {
        var ofSource = found.claims().stream()
                .filter(before -> text.sourceId().equals(before.claim().get("sourceId")))
                .toList();
        var active = ofSource.stream().filter(Before::active).toList();
        for (var before : active) {
            if (ClaimText.content(before.claim(), before.said()).equals(text.content())) {
                return new Recorded(before.id(), text.membershipId(), Change.SAME);
            }
        }
        var firstId = text.firstId();
        var version = 1
                + ofSource.stream()
                        .mapToLong(before -> before.versionOf(firstId))
                        .max()
                        .orElse(0);
        var id = version == 1 ? firstId : firstId + ".r" + version;
        // of several, the one that came from such a list before
        var former = active.stream()
                .min(comparing((Before before) -> before.versionOf(firstId) == 0)
                        .thenComparing(Before::id))
                .map(Before::id)
                .orElse(null);
        drafts.add(new Draft(text, id, version, former, found.isNew()));
        return new Recorded(id, text.membershipId(), former == null ? Change.NEW : Change.CHANGED);
    }

    private Map<String, Found> touch(Collection<ClaimText> texts) {
        var memberships = new TreeMap<String, ClaimText>();
        texts.forEach(text -> memberships.putIfAbsent(text.membershipId(), text));
        var found = new HashMap<String, Found>();
        transaction
                .run(
                        TOUCH.text(),
                        Map.of(
                                "memberships",
                                memberships.values().stream()
                                        .map(text -> Map.of("id", text.membershipId(), "identity", identity(text)))
                                        .toList(),
                                "sourceIds",
                                texts.stream()
                                        .map(ClaimText::sourceId)
                                        .distinct()
                                        .toList(),
                                "by",
                                Written.by(by)))
                .forEachRemaining(row -> found.put(
                        row.get("id").asString(),
                        new Found(
                                row.get("isNew").asBoolean(), row.get("claims").asList(Before::of))));
        link(memberships.values().stream()
                .filter(text ->
                        Objects.requireNonNull(found.get(text.membershipId())).isNew())
                .map(ClaimText::claim)
                .toList());
        return found;
    }

    private static Map<String, Object> identity(ClaimText text) {
        var claim = text.claim();
        return new Written()
                .put("role", claim.role())
                .put("memberId", claim.memberId())
                .put("organizationId", claim.organizationId())
                .put("viaIds", claim.viaIds().isEmpty() ? null : claim.viaIds())
                .properties();
    }

    private void link(List<MembershipClaim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        var rows = claims.stream().map(ClaimWriter::linkRow).toList();
        var through = claims.stream().mapToInt(claim -> claim.viaIds().size()).sum();
        var outcome = transaction
                .run(LINK.text(), Map.of("memberships", rows, "origin", Written.origin(by)))
                .single();
        if (outcome.get("linked").asInt() != rows.size()
                || outcome.get("through").asInt() != through) {
            throw new UnknownThing("a member is no agent of the graph, or what it is to be in no organization");
        }
    }

    private static Map<String, Object> linkRow(MembershipClaim claim) {
        var via = new ArrayList<Map<String, Object>>();
        for (var id : claim.viaIds()) {
            via.add(Map.of("id", id, "position", via.size() + 1));
        }
        return Map.of(
                "id", MembershipId.of(claim.memberId(), claim.role(), claim.organizationId(), claim.viaIds()),
                "memberId", claim.memberId(),
                "organizationId", claim.organizationId(),
                "via", via);
    }

    /** Writes them and gives the moment they are recorded. */
    private Value write(List<Draft> drafts) {
        var rows = drafts.stream()
                .sorted(comparing(draft -> draft.text().membershipId()))
                .map(ClaimWriter::claimRow)
                .toList();
        var written = transaction
                .run(WRITE.text(), Map.of("claims", rows, "by", Written.by(by)))
                .single();
        if (written.get("written").asInt() != rows.size()) {
            throw new UnknownThing("a claim has a source that is not in the graph");
        }
        return written.get("at");
    }

    private static Map<String, Object> claimRow(Draft draft) {
        var text = draft.text();
        var claim = new HashMap<>(text.properties());
        claim.put("id", draft.id());
        if (draft.version() > 1) {
            claim.put("versionOfId", text.firstId());
            claim.put("version", draft.version());
        }
        if (draft.supersedesId() != null) {
            claim.put("supersedesId", draft.supersedesId());
        }
        return Map.of(
                "membershipId", text.membershipId(),
                "sourceId", text.sourceId(),
                "claim", claim,
                "said", text.said(),
                "revision", draft.isNew() ? 1 : 2);
    }
}
