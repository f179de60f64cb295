package io.throughline.model.route;

/** How well supported a route is, firmest first. */
public enum RouteKind {
    STATED,
    IMPLIED,
    POSSIBLE
}
