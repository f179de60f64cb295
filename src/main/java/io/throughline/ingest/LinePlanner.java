package io.throughline.ingest;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.throughline.date.PartialDate;
import io.throughline.ingest.PlannedLine.Planned;
import io.throughline.ingest.PlannedLine.Repeated;
import io.throughline.ingest.PlannedLine.ToRecord;
import io.throughline.ingest.PlannedLine.ToWait;
import io.throughline.ledger.Evidence;
import io.throughline.ledger.MembershipClaim;
import io.throughline.ledger.NewAgent;
import io.throughline.mapping.Interpreted;
import io.throughline.mapping.Mapping;
import io.throughline.mapping.StatedMembership;
import io.throughline.matching.Match;
import io.throughline.matching.Matcher;
import io.throughline.matching.Misplaced;
import io.throughline.matching.WrittenAgent;
import io.throughline.membership.MembershipId;
import io.throughline.published.Finding;
import io.throughline.published.Line;
import io.throughline.published.Row;
import io.throughline.published.Unusable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes lines of a file into what is to be done: reads them by the mapping, then finds all their members at once. */
final class LinePlanner implements Planning {

    private final Mapping mapping;
    private final Matcher matcher;
    private final String sourceId;
    private final StatedBefore before;

    LinePlanner(Mapping mapping, Matcher matcher, String sourceId, StatedBefore before) {
        this.mapping = mapping;
        this.matcher = matcher;
        this.sourceId = sourceId;
        this.before = before;
    }

    @Override
    public List<PlannedLine> plan(List<Line> lines) {
        var interpreted = new ArrayList<@Nullable Interpreted>();
        var members = new LinkedHashSet<WrittenAgent>();
        for (var line : lines) {
            var one = line instanceof Row row ? mapping.interpret(row) : null;
            interpreted.add(one);
            if (one instanceof Interpreted.Stated stated) {
                stated.memberships().forEach(membership -> members.add(membership.member()));
            }
        }
        var matches = match(List.copyOf(members));
        var planned = new ArrayList<PlannedLine>(lines.size());
        for (var i = 0; i < lines.size(); i++) {
            planned.add(plan(lines.get(i), interpreted.get(i), matches));
        }
        return planned;
    }

    private Map<WrittenAgent, Match> match(List<WrittenAgent> members) {
        var matches = new HashMap<WrittenAgent, Match>();
        var found = members.isEmpty() ? List.<Match>of() : matcher.match(members, sourceId);
        for (var i = 0; i < members.size(); i++) {
            matches.put(members.get(i), found.get(i));
        }
        return matches;
    }

    private PlannedLine plan(Line line, @Nullable Interpreted interpreted, Map<WrittenAgent, Match> matches) {
        var findings = new ArrayList<Finding>();
        if (line instanceof Unusable unusable) {
            return new PlannedLine(line.number(), Outcome.REJECTED, List.of(), false, List.of(unusable.finding()));
        }
        if (line instanceof Row row) {
            findings.addAll(row.findings());
        }
        if (interpreted instanceof Interpreted.Refused refused) {
            findings.addAll(refused.findings());
            return new PlannedLine(line.number(), Outcome.REJECTED, List.of(), false, findings);
        }
        if (interpreted instanceof Interpreted.LeftOut || interpreted == null) {
            return new PlannedLine(line.number(), Outcome.LEFT_OUT, List.of(), false, findings);
        }
        var stated = (Interpreted.Stated) interpreted;
        findings.addAll(stated.findings());
        var partly =
                stated.findings().stream().anyMatch(finding -> !finding.code().equals("CORRECTED"));
        var planned = new ArrayList<Planned>();
        var own = new LinkedHashMap<String, MembershipClaim>();
        var additions = new HashMap<String, NewAgent>();
        var misplaced = new LinkedHashSet<Misplaced>();
        for (var membership : stated.memberships()) {
            var match = matches.get(membership.member());
            if (match != null && match.misplaced() != null) {
                misplaced.add(match.misplaced());
            }
            if (match instanceof Match.Waiting waiting) {
                planned.add(new ToWait(membership, waiting));
            } else {
                var memberId = memberId(match, additions);
                own.merge(
                        MembershipId.of(memberId, membership.role(), membership.organizationId(), membership.viaIds()),
                        claim(memberId, membership, sourceId),
                        LinePlanner::later);
            }
        }
        misplaced.forEach(each -> findings.add(new Finding(each.code(), mapping.positionColumn(), each.message())));
        own.forEach(
                (id, claim) -> planned.add(once(line.number(), id, claim, additions.get(claim.memberId()), findings)));
        waiting(planned, findings);
        return new PlannedLine(line.number(), Outcome.LEFT_OUT, planned, partly, findings);
    }

    private static String memberId(@Nullable Match match, Map<String, NewAgent> additions) {
        if (match instanceof Match.Known known) {
            return known.agentId();
        }
        if (match instanceof Match.Unseen unseen) {
            additions.put(unseen.agent().id(), unseen.agent());
            return unseen.agent().id();
        }
        throw new IllegalStateException("No match for a member");
    }

    private Planned once(
            int line, String membershipId, MembershipClaim claim, @Nullable NewAgent addition, List<Finding> findings) {
        var mark = mark(claim);
        var earlier = before.add(Fingerprint.of(membershipId), mark, line);
        if (earlier == null) {
            return new ToRecord(claim, addition, mark);
        }
        if (earlier.agrees()) {
            findings.add(new Finding(
                    "REPEATED",
                    null,
                    "line %d states the same membership of %s in %s"
                            .formatted(earlier.line(), claim.memberId(), claim.organizationId())));
            return new Repeated(Outcome.SAME);
        }
        findings.add(new Finding(
                "CONTRADICTS_LINE",
                null,
                "line %d says something else of the membership of %s in %s, and a list can say but one thing; that line is used"
                        .formatted(earlier.line(), claim.memberId(), claim.organizationId())));
        return new Repeated(Outcome.REJECTED);
    }

    /** Says of each member that waits why it does, once. */
    private static void waiting(List<Planned> planned, List<Finding> findings) {
        var told = new LinkedHashSet<WrittenAgent>();
        for (var one : planned) {
            if (one instanceof ToWait wait && told.add(wait.stated().member())) {
                findings.add(new Finding(
                        wait.match().code(),
                        null,
                        "%s: %s"
                                .formatted(
                                        wait.stated().member().name(),
                                        wait.match().reason())));
            }
        }
    }

    /** Of two statements of one line about one membership, the one about the later day. */
    private static MembershipClaim later(MembershipClaim one, MembershipClaim other) {
        var order = comparing(
                (MembershipClaim claim) -> {
                    var asOf = claim.evidence().asOf();
                    return asOf == null ? null : asOf.latest();
                },
                nullsFirst(naturalOrder()));
        return order.compare(one, other) >= 0 ? one : other;
    }

    static MembershipClaim claim(String memberId, StatedMembership stated, String sourceId) {
        return new MembershipClaim(
                memberId,
                stated.role(),
                stated.organizationId(),
                stated.viaIds(),
                stated.viaStatus(),
                stated.directness(),
                stated.validFrom(),
                stated.validTo(),
                stated.status(),
                null,
                null,
                null,
                new Evidence(
                        sourceId,
                        stated.locator(),
                        stated.printed(),
                        stated.asOf(),
                        stated.strength(),
                        stated.rank(),
                        stated.inferred(),
                        stated.note()));
    }

    private static long mark(MembershipClaim claim) {
        var evidence = claim.evidence();
        return Fingerprint.of(
                claim.viaStatus(),
                claim.directness(),
                text(claim.validFrom()),
                text(claim.validTo()),
                claim.status(),
                text(evidence.asOf()),
                evidence.strength(),
                evidence.rank(),
                evidence.inferred(),
                evidence.printed());
    }

    private static @Nullable String text(@Nullable PartialDate date) {
        return date == null ? null : date.text();
    }
}
