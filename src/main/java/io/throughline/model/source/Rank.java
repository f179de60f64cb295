package io.throughline.model.source;

/** How far a claim is trusted beside others about the same. */
public enum Rank {
    PREFERRED,
    NORMAL,
    DEPRECATED
}
