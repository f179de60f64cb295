package io.throughline.model.event;

/** What sort of event something is. */
public enum EventKind {
    CONFERENCE,
    SUMMIT,
    CONGRESS,
    DIALOGUES,
    SESSION,
    WEBINAR
}
