package io.throughline.event;

/** How an event is held. */
public enum EventFormat {
    VIRTUAL,
    IN_PERSON
}
