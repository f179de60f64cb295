package io.throughline.infra.cypher;

/** Published after every write of {@link GraphWriter}, also of one that failed. Listeners run in its thread: they must be quick. */
public record GraphWrittenEvent() {}
