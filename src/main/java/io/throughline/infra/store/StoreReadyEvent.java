package io.throughline.infra.store;

/**
 * Published once at every start, when the database can be reached and is migrated and before the web server opens.
 * Listeners run in the start's own thread: what they write is there for the first caller, and what they throw stops the
 * start.
 */
public record StoreReadyEvent() {}
