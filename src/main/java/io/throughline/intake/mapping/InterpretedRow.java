package io.throughline.intake.mapping;

import io.throughline.intake.tabular.FileFinding;
import java.util.List;

/** What a mapping makes of a row. */
public sealed interface InterpretedRow {

    /**
     * It states memberships, one or several.
     *
     * @param findings what was left out of it or is odd in it, though the rest stands
     */
    record Stated(List<StatedMembership> memberships, List<FileFinding> findings) implements InterpretedRow {}

    /**
     * It states none, by a rule of the mapping: a filter, or a kind of row that is no membership.
     *
     * @param rule the name or place of the rule, for the report
     */
    record LeftOut(String rule, String reason) implements InterpretedRow {}

    /** It cannot be used; each finding names the column and the reason. */
    record Refused(List<FileFinding> findings) implements InterpretedRow {}
}
