package io.throughline.intake.ingest;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.throughline.intake.ingest.PlannedLine.PlannedMembership;
import io.throughline.intake.ingest.PlannedLine.Repeated;
import io.throughline.intake.ingest.PlannedLine.ToRecord;
import io.throughline.intake.ingest.PlannedLine.ToWait;
import io.throughline.intake.mapping.InterpretedRow;
import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.matching.AgentMatch;
import io.throughline.intake.matching.AgentMatcher;
import io.throughline.intake.matching.ListedAgent;
import io.throughline.intake.matching.MatchNote;
import io.throughline.intake.tabular.FileFinding;
import io.throughline.intake.tabular.RejectedLine;
import io.throughline.intake.tabular.TableLine;
import io.throughline.intake.tabular.TableRow;
import io.throughline.model.membership.MembershipId;
import io.throughline.writing.ledger.MembershipClaim;
import io.throughline.writing.ledger.NewAgent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans lines of a file: interprets them by the mapping, then matches all their members at once. */
final class LinePlanner implements BatchPlanner {

    private static final String REPEATED = "REPEATED";
    private static final String CONTRADICTS_LINE = "CONTRADICTS_LINE";

    private final Mapping mapping;
    private final AgentMatcher matcher;
    private final String sourceId;
    private final SeenMemberships seen;

    LinePlanner(Mapping mapping, AgentMatcher matcher, String sourceId, SeenMemberships seen) {
        this.mapping = mapping;
        this.matcher = matcher;
        this.sourceId = sourceId;
        this.seen = seen;
    }

    @Override
    public List<PlannedLine> plan(List<TableLine> lines) {
        var interpreted = new ArrayList<@Nullable InterpretedRow>();
        var members = new LinkedHashSet<ListedAgent>();
        for (var line : lines) {
            var one = line instanceof TableRow row ? mapping.interpret(row) : null;
            interpreted.add(one);
            if (one instanceof InterpretedRow.Stated stated) {
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

    private Map<ListedAgent, AgentMatch> match(List<ListedAgent> members) {
        var matches = new HashMap<ListedAgent, AgentMatch>();
        var found = members.isEmpty() ? List.<AgentMatch>of() : matcher.match(members, sourceId);
        for (var i = 0; i < members.size(); i++) {
            matches.put(members.get(i), found.get(i));
        }
        return matches;
    }

    private PlannedLine plan(
            TableLine line, @Nullable InterpretedRow interpreted, Map<ListedAgent, AgentMatch> matches) {
        var findings = new ArrayList<FileFinding>();
        if (line instanceof RejectedLine rejected) {
            findings.add(rejected.finding());
            return withoutMembership(
                    line,
                    new LineReason(LineOutcome.REJECTED, rejected.finding().code()),
                    findings);
        }
        if (line instanceof TableRow row) {
            findings.addAll(row.findings());
        }
        if (interpreted instanceof InterpretedRow.Refused rejected) {
            findings.addAll(rejected.findings());
            // what refused the row comes before what was only noted
            var code = rejected.findings().get(0).code();
            return withoutMembership(line, new LineReason(LineOutcome.REJECTED, code), findings);
        }
        if (interpreted instanceof InterpretedRow.LeftOut || interpreted == null) {
            var reason = interpreted instanceof InterpretedRow.LeftOut leftOut ? leftOut.reason() : "";
            return withoutMembership(line, new LineReason(LineOutcome.LEFT_OUT, reason), findings);
        }
        var stated = (InterpretedRow.Stated) interpreted;
        findings.addAll(stated.findings());
        var unusablePart =
                stated.findings().stream().anyMatch(finding -> !finding.code().equals("CORRECTED"));
        var planned = new ArrayList<PlannedMembership>();
        var claims = new LinkedHashMap<String, MembershipClaim>();
        var additions = new HashMap<String, NewAgent>();
        var notes = new LinkedHashSet<MatchNote>();
        var members = new LinkedHashMap<ListedAgent, MatchedMember>();
        for (var membership : stated.memberships()) {
            var match = matches.get(membership.member());
            if (match != null) {
                notes.addAll(match.notes());
                members.computeIfAbsent(membership.member(), member -> MatchedMember.of(member.name(), match));
            }
            if (match instanceof AgentMatch.Waiting waiting) {
                planned.add(new ToWait(membership, waiting));
            } else {
                var memberId = memberId(match, additions);
                var statement = membership.statement();
                claims.merge(
                        MembershipId.of(memberId, statement.role(), statement.organizationId(), statement.viaIds()),
                        MembershipClaim.of(memberId, statement, membership.pledges(), membership.evidence()),
                        LinePlanner::later);
            }
        }
        notes.forEach(note -> findings.add(new FileFinding(
                note.code(), note.isAboutPosition() ? mapping.positionColumn() : null, note.message())));
        claims.forEach((id, claim) -> planned.add(planOnce(
                line.number(),
                id,
                claim,
                additions.get(claim.memberId()),
                printedName(claim.memberId(), members.values()),
                findings)));
        addWaitingFindings(planned, findings);
        var reason = LineReason.deciding(planned);
        var detail = new LineDetail(List.copyOf(members.values()), null, reason == null ? null : reason.reason());
        return PlannedLine.of(line.number(), reason, planned, unusablePart, findings, detail);
    }

    private PlannedLine withoutMembership(TableLine line, LineReason reason, List<FileFinding> findings) {
        var printed = line instanceof TableRow row ? mapping.printedName(row) : null;
        return PlannedLine.of(
                line.number(), reason, List.of(), false, findings, new LineDetail(List.of(), printed, reason.reason()));
    }

    private static String printedName(String memberId, Collection<MatchedMember> members) {
        return members.stream()
                .filter(member -> memberId.equals(member.agentId()))
                .map(MatchedMember::printed)
                .findFirst()
                .orElse(memberId);
    }

    private static String memberId(@Nullable AgentMatch match, Map<String, NewAgent> additions) {
        if (match instanceof AgentMatch.Known known) {
            return known.agentId();
        }
        if (match instanceof AgentMatch.Unseen unseen) {
            additions.put(unseen.agent().id(), unseen.agent());
            return unseen.agent().id();
        }
        throw new IllegalStateException("a member was not matched");
    }

    private PlannedMembership planOnce(
            int line,
            String membershipId,
            MembershipClaim claim,
            @Nullable NewAgent addition,
            String memberName,
            List<FileFinding> findings) {
        var values = StatedValues.of(claim);
        var earlier = seen.add(TextFingerprint.of(membershipId), values, line);
        if (earlier == null) {
            return new ToRecord(claim, addition, values);
        }
        var differing = StatedValues.differences(earlier.values(), values);
        var membership = "the membership of %s in %s"
                .formatted(memberName, claim.statement().organizationId());
        if (differing.isEmpty()) {
            findings.add(new FileFinding(
                    REPEATED,
                    null,
                    "line %d already states the same membership: %s".formatted(earlier.line(), membership)));
            return new Repeated(LineOutcome.SAME, REPEATED);
        }
        findings.add(new FileFinding(
                CONTRADICTS_LINE,
                null,
                "contradicts line %d about %s: it gives another %s; the earlier line is used"
                        .formatted(earlier.line(), membership, String.join(" and another ", differing))));
        return new Repeated(LineOutcome.REJECTED, CONTRADICTS_LINE);
    }

    /** Adds a finding for each member that waits, once, with the reason. */
    private static void addWaitingFindings(List<PlannedMembership> planned, List<FileFinding> findings) {
        var reported = new LinkedHashSet<ListedAgent>();
        for (var one : planned) {
            if (one instanceof ToWait wait && reported.add(wait.stated().member())) {
                findings.add(new FileFinding(
                        wait.match().code(),
                        null,
                        "%s: %s"
                                .formatted(
                                        wait.stated().member().name(),
                                        wait.match().reason())));
            }
        }
    }

    /** The claim with the later date, when one line states a membership twice. */
    private static MembershipClaim later(MembershipClaim one, MembershipClaim other) {
        var order = comparing(
                (MembershipClaim claim) -> {
                    var asOf = claim.evidence().asOf();
                    return asOf == null ? null : asOf.latest();
                },
                nullsFirst(naturalOrder()));
        return order.compare(one, other) >= 0 ? one : other;
    }
}
