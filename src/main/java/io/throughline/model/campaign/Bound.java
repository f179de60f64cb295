package io.throughline.model.campaign;

/** How a target year is meant. */
public enum Bound {
    AT_LATEST,
    BY,
    IN
}
