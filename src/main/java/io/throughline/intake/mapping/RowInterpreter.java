package io.throughline.intake.mapping;

import io.throughline.intake.matching.ListedAgent;
import io.throughline.intake.tabular.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping does with a row, in this order: corrections, rules that leave rows out, the member, its memberships.
 *
 * @param nulls words that stand for nothing in every cell
 * @param only the rows that count; a row that passes one of these rules not is left out
 * @param notMemberships rows that state no membership, though they may look so
 * @param tags null when no column holds tags
 * @param memberships without the rules of {@code tags}
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

    private record Corrected(Set<String> columns, List<String> notes) {}

    InterpretedRow interpret(TableRow row) {
        var cells = new RowCells(row, nulls);
        var remarks = new RowFindings();
        var corrected = correct(cells, remarks);
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
        var agent = member.take(cells, remarks);
        if (agent == null) {
            return new InterpretedRow.Refused(remarks.all());
        }
        return state(agent, cells, corrected, remarks);
    }

    private InterpretedRow state(ListedAgent agent, RowCells cells, Corrected corrected, RowFindings remarks) {
        var merging = new RowMemberships();
        var reasons = new LinkedHashSet<String>();
        for (var rule : memberships) {
            state(rule, agent, cells, null, corrected, merging, remarks);
        }
        var written = tags == null ? List.<TagTable.Tag>of() : tags.of(cells);
        for (var tag : written) {
            var meaning = tag.meaning();
            if (meaning == null) {
                remarks.refuse(
                        "UNKNOWN_TAG",
                        tags == null ? null : tags.column(),
                        "tag '%s' is in no table of the mapping".formatted(tag.text()));
            } else if (meaning.rule() == null) {
                reasons.add(String.valueOf(meaning.reason()));
            } else {
                state(meaning.rule(), agent, cells, tag, corrected, merging, remarks);
            }
        }
        var stated = merging.all().stream().map(each -> judged(each, cells)).toList();
        if (!stated.isEmpty()) {
            return new InterpretedRow.Stated(stated, remarks.all());
        }
        if (remarks.isRefused()) {
            return new InterpretedRow.Refused(remarks.all());
        }
        if (!reasons.isEmpty()) {
            return new InterpretedRow.LeftOut("tags that are no memberships", String.join("; ", reasons));
        }
        return tags != null && written.isEmpty()
                ? new InterpretedRow.LeftOut("no tags", "Column %s is empty".formatted(tags.column()))
                : new InterpretedRow.LeftOut("no rule", "No rule of the mapping makes a membership of it");
    }

    private void state(
            MembershipRule rule,
            ListedAgent agent,
            RowCells cells,
            TagTable.@Nullable Tag tag,
            Corrected corrected,
            RowMemberships merging,
            RowFindings remarks) {
        if (!rule.where().holds(cells)) {
            return;
        }
        var own = new RowFindings();
        var stated = rule.state(agent, cells, tag == null ? null : tag.year(), own);
        remarks.add(own);
        if (!corrected.notes.isEmpty()) {
            var columns = rule.columns();
            var inferred = corrected.columns.stream().anyMatch(columns::contains)
                    || (tag != null && tags != null && corrected.columns.contains(tags.column()));
            var note = String.join(". ", corrected.notes);
            stated = stated.stream()
                    .map(each -> StatedMembershipChanges.corrected(each, inferred, note))
                    .toList();
        }
        merging.add(stated, tag == null ? null : tag.text());
    }

    private StatedMembership judged(StatedMembership stated, RowCells cells) {
        for (var deprecation : deprecations) {
            if (deprecation.organizationId().equals(stated.organizationId())
                    && deprecation.where().holds(cells)) {
                return StatedMembershipChanges.deprecated(stated, deprecation.reason());
            }
        }
        return stated;
    }

    /** All conditions are tried on the row as it came, so that no correction depends on another. */
    private Corrected correct(RowCells cells, RowFindings remarks) {
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
                remarks.note("CORRECTED", column, note);
            });
        }
        return new Corrected(columns, notes);
    }
}
