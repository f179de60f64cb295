package io.throughline.model.source;

/** How a stated number relates to the true value. */
public enum Comparator {
    EXACTLY,
    MORE_THAN,
    AT_LEAST,
    NEARLY,
    ABOUT,
    AT_MOST
}
