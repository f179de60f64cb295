package io.throughline.model.event;

/** The kinds of events. */
public enum EventKind {
    CONFERENCE,
    SUMMIT,
    CONGRESS,
    DIALOGUES,
    SESSION,
    WEBINAR
}
