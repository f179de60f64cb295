package io.throughline.model.timeline;

/** The kinds of entries: a date, and the type of node that has it. */
enum TimelineKind {
    EVENT("Event", "dates"),
    ISSUED("Instrument", "issued"),
    VALID("Instrument", "valid"),
    INVOLVEMENT("Involvement", "dates"),
    MEMBERSHIP_FROM("Membership", "validFrom"),
    MEMBERSHIP_TO("Membership", "validTo"),
    FIGURE("Figure", "asOf"),
    CRITERIA_FROM("CriteriaSet", "validFrom"),
    CRITERIA_TO("CriteriaSet", "validTo"),
    ENTRY_ROUTE("EntryRoute", "openSince"),
    PUBLISHED("Source", "statedAt");

    private final String label;
    private final String property;

    TimelineKind(String label, String property) {
        this.label = label;
        this.property = property;
    }

    /** The label of the nodes that have the date. */
    String label() {
        return label;
    }

    /** The property that holds the date. */
    String property() {
        return property;
    }
}
