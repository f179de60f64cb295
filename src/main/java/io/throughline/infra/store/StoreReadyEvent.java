package io.throughline.infra.store;

/**
 * Published once at every start, when the database is reachable and migrated and before the web server opens. Listeners run in
 * the starting thread: the first caller sees what they write, and an exception stops the start.
 */
public record StoreReadyEvent() {}
