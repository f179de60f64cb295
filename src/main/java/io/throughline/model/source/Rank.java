package io.throughline.model.source;

/** How much a claim is trusted compared with others about the same fact. */
public enum Rank {
    PREFERRED,
    NORMAL,
    DEPRECATED
}
