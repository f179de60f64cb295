package io.throughline.model.membership;

/** Whether the organizations in between are named. */
public enum ViaStatus {
    NAMED,
    UNNAMED,
    NOT_STATED
}
