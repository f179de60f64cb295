package io.throughline.model.route;

/** Whether anybody stated a road; the firmest first. */
public enum RouteKind {
    STATED,
    IMPLIED,
    POSSIBLE
}
