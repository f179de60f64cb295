package io.throughline.intake.mapping;

import io.throughline.intake.matching.ListedAgent;
import io.throughline.intake.tabular.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Interprets rows in this order: corrections, rules that leave rows out, the member, its memberships.
 *
 * @param nulls words that mean nothing in any cell
 * @param only the rows that count; a row that does not meet all of these rules is left out
 * @param notMemberships rows that state no membership, although they may look like it
 * @param tags null if no column has tags
 * @param memberships the rules for whole rows; those for tags are in {@code tags}
 */
record RowInterpreter(
        Set<String> nulls,
        List<RowCorrection> corrections,
        List<RowRule> only,
        List<RowRule> notMemberships,
        MemberColumns member,
        @Nullable TagTable tags,
        List<MembershipRule> memberships,
        List<DeprecationRule> deprecations) {

    private record AppliedCorrections(Set<String> columns, List<String> notes) {}

    InterpretedRow interpret(TableRow row) {
        var cells = new RowCells(row, nulls);
        var findings = new RowFindings();
        var corrected = correct(cells, findings);
        for (var rule : only) {
            if (!rule.where().holds(cells)) {
                return new InterpretedRow.LeftOut(rule.name(), rule.reason());
            }
        }
        for (var rule : notMemberships) {
            if (rule.where().holds(cells)) {
                return new InterpretedRow.LeftOut(rule.name(), rule.reason());
            }
        }
        var agents = member.read(cells, findings);
        if (agents.isEmpty()) {
            return new InterpretedRow.Refused(findings.all());
        }
        return memberships(agents, cells, corrected, findings);
    }

    /** The name in a row, without regard to what the row states; null when it has none. */
    @Nullable String printedName(TableRow row) {
        return member.name().evaluate(new RowCells(row, nulls), finding -> {});
    }

    private InterpretedRow memberships(
            List<ListedAgent> agents, RowCells cells, AppliedCorrections corrected, RowFindings findings) {
        var reasons = new LinkedHashSet<String>();
        var rowTags = tags == null ? List.<TagTable.Tag>of() : tags.read(cells);
        var stated = new ArrayList<StatedMembership>();
        for (var i = 0; i < agents.size(); i++) {
            var part = agents.size() == 1 ? null : "name %d of %d".formatted(i + 1, agents.size());
            for (var each : memberships(agents.get(i), cells, rowTags, corrected, reasons, findings)) {
                var membership = part == null
                        ? each
                        : each.withLocator("%s, %s".formatted(each.evidence().locator(), part));
                stated.add(deprecate(membership, cells));
            }
        }
        if (!stated.isEmpty()) {
            return new InterpretedRow.Stated(stated, findings.all());
        }
        if (findings.isRefused()) {
            return new InterpretedRow.Refused(findings.all());
        }
        if (!reasons.isEmpty()) {
            return new InterpretedRow.LeftOut("tags that are not memberships", String.join("; ", reasons));
        }
        return tags != null && rowTags.isEmpty()
                ? new InterpretedRow.LeftOut("no tags", "Column %s is empty".formatted(tags.column()))
                : new InterpretedRow.LeftOut("no rule", "No rule of the mapping finds a membership in this row");
    }

    /**
     * The memberships of one member.
     *
     * @param reasons gets the reasons why tags are not memberships
     */
    private List<StatedMembership> memberships(
            ListedAgent agent,
            RowCells cells,
            List<TagTable.Tag> rowTags,
            AppliedCorrections corrected,
            Set<String> reasons,
            RowFindings findings) {
        var merged = new RowMemberships();
        for (var rule : memberships) {
            apply(rule, agent, cells, null, corrected, merged, findings);
        }
        for (var tag : rowTags) {
            var meaning = tag.meaning();
            if (meaning == null) {
                findings.refuse(
                        "UNKNOWN_TAG",
                        tags == null ? null : tags.column(),
                        "tag '%s' is not defined in the mapping".formatted(tag.text()));
            } else if (meaning.rule() == null) {
                reasons.add(String.valueOf(meaning.reason()));
            } else {
                apply(meaning.rule(), agent, cells, tag, corrected, merged, findings);
            }
        }
        return merged.all();
    }

    private void apply(
            MembershipRule rule,
            ListedAgent agent,
            RowCells cells,
            TagTable.@Nullable Tag tag,
            AppliedCorrections corrected,
            RowMemberships merged,
            RowFindings findings) {
        if (!rule.where().holds(cells)) {
            return;
        }
        var ruleFindings = new RowFindings();
        var stated = rule.memberships(agent, cells, tag == null ? null : tag.year(), ruleFindings);
        findings.add(ruleFindings);
        if (!corrected.notes.isEmpty()) {
            var columns = rule.columns();
            var inferred = corrected.columns.stream().anyMatch(columns::contains)
                    || (tag != null && tags != null && corrected.columns.contains(tags.column()));
            var note = String.join(". ", corrected.notes);
            stated = stated.stream().map(each -> each.corrected(inferred, note)).toList();
        }
        merged.add(stated, tag == null ? null : tag.text());
    }

    private StatedMembership deprecate(StatedMembership stated, RowCells cells) {
        for (var deprecation : deprecations) {
            if (deprecation.organizationId().equals(stated.statement().organizationId())
                    && deprecation.where().holds(cells)) {
                return stated.deprecated(deprecation.reason());
            }
        }
        return stated;
    }

    /** All conditions are tested before any correction is applied, so that no correction depends on another. */
    private AppliedCorrections correct(RowCells cells, RowFindings findings) {
        var applicable =
                corrections.stream().filter(each -> each.where().holds(cells)).toList();
        var columns = new LinkedHashSet<String>();
        var notes = new ArrayList<String>();
        for (var correction : applicable) {
            correction.set().forEach((column, text) -> {
                var printed = cells.printed(column);
                var note = "Column %s: printed '%s', read as '%s'. %s"
                        .formatted(column, printed == null ? "" : printed, text, correction.reason());
                cells.correct(column, text);
                columns.add(column);
                notes.add(note);
                findings.note("CORRECTED", column, note);
            });
        }
        return new AppliedCorrections(columns, notes);
    }
}
