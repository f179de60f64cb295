package io.throughline.model.source;

/** How a number relates to the truth. */
public enum Comparator {
    EXACTLY,
    MORE_THAN,
    AT_LEAST,
    NEARLY,
    ABOUT,
    AT_MOST
}
