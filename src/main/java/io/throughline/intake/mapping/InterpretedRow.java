package io.throughline.intake.mapping;

import io.throughline.intake.tabular.FileFinding;
import java.util.List;

/** The result of interpreting a row with a mapping. */
public sealed interface InterpretedRow {

    /**
     * The row states one or more memberships.
     *
     * @param findings about parts that were left out or are unusual; the memberships are valid nevertheless
     */
    record Stated(List<StatedMembership> memberships, List<FileFinding> findings) implements InterpretedRow {}

    /**
     * The row states no membership, because a filter leaves it out or a rule says that it is not a membership.
     *
     * @param rule the name of the rule or its place in the mapping, for the report
     */
    record LeftOut(String rule, String reason) implements InterpretedRow {}

    /** The row cannot be used; each finding names the column and the reason. */
    record Refused(List<FileFinding> findings) implements InterpretedRow {}
}
