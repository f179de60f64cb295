package io.throughline.infra.store;

/** Published when this start creates the database, before it can be used. Listeners must be quick. */
public record NewStoreEvent() {}
