package io.throughline.model.event;

/** How an event is held. */
public enum EventFormat {
    VIRTUAL,
    IN_PERSON
}
