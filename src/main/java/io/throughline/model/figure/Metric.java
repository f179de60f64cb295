package io.throughline.model.figure;

/** What a figure counts. */
public enum Metric {
    MEMBER_COUNT,
    TARGET_MEMBER_COUNT,
    TARGET_PEOPLE_COUNT,
    PARTICIPANT_COUNT,
    PROVINCE_COUNT
}
