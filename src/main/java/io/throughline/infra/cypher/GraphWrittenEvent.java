package io.throughline.infra.cypher;

/** Published after every write of {@link GraphWriter}, even a failed one. Listeners run in the writing thread and must be quick. */
public record GraphWrittenEvent() {}
