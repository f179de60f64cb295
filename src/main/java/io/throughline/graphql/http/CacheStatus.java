package io.throughline.graphql.http;

/** How a response came about, as the header {@code Cache-Status} says it (RFC 9211). */
enum CacheStatus {
    /** From the cache, without an execution. */
    HIT("hit"),
    /** Neither executed nor sent, because the caller has it. */
    NOT_MODIFIED("hit; detail=etag"),
    /** Executed and stored. */
    STORED("fwd=miss; stored"),
    /** Executed and not stored: it has errors, is too large, or the graph changed meanwhile. */
    MISS("fwd=miss"),
    /** Executed for an earlier caller, for whose response this one waited. */
    COLLAPSED("fwd=miss; collapsed"),
    /** Executed after waiting for an earlier caller, whose response could not be shared. */
    UNSHARED("fwd=miss; collapsed=?0"),
    /** Executed because the caller does not accept a cached response. */
    REQUEST("fwd=request"),
    /** Executed, because such requests are never cached. */
    BYPASS("fwd=bypass");

    static final String HEADER = "Cache-Status";

    private final String parameters;

    CacheStatus(String parameters) {
        this.parameters = parameters;
    }

    String header() {
        return "throughline; " + parameters;
    }
}
