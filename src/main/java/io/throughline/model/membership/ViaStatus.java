package io.throughline.model.membership;

/** Whether the partners between the member and the organization are named. */
public enum ViaStatus {
    NAMED,
    UNNAMED,
    NOT_STATED
}
