package io.throughline.model.event;

/** The role in an {@link Involvement}; reads subject, role, object. */
public enum InvolvementRole {
    CONVENER,
    ORGANISER,
    CO_ORGANISER,
    COLLABORATOR,
    SPEAKER,
    HOST,
    LAUNCHED_BY,
    LAUNCHED_AT,
    CREATED_BY,
    RELEASED_AT,
    SUPPORTS,
    REFERS_TO,
    USES,
    ENDORSES,
    REPLACES,
    PROGRAMME_OF,
    PART_OF,
    AUTHORED_BY
}
