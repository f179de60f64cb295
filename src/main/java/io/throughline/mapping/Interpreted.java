package io.throughline.mapping;

import io.throughline.published.Finding;
import java.util.List;

/** What a mapping makes of a row. */
public sealed interface Interpreted {

    /**
     * It states memberships, one or several.
     *
     * @param findings what was left out of it or is odd in it, though the rest stands
     */
    record Stated(List<StatedMembership> memberships, List<Finding> findings) implements Interpreted {}

    /**
     * It states none, by a rule of the mapping: a filter, or a kind of row that is no membership.
     *
     * @param rule the name or place of the rule, for the report
     */
    record LeftOut(String rule, String reason) implements Interpreted {}

    /** It cannot be used; each finding names the column and the reason. */
    record Refused(List<Finding> findings) implements Interpreted {}
}
