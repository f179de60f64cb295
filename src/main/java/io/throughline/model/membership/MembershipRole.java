package io.throughline.model.membership;

/** The role of an agent in an organization. */
public enum MembershipRole {
    MEMBER,
    SIGNATORY,
    OFFICIAL_PARTNER,
    PARTNER,
    CO_ORGANISER,
    SUPPORTER,
    ACCELERATOR,
    FUNDER,
    LEAD,
    SECRETARIAT,
    SECTION,
    TRACK,
    PROGRAMME,
    CONSTITUENCY,
    FOUNDER,
    BOARD_MEMBER,
    COORDINATOR,
    COORDINATED,
    SUPPORTED,
    COLLABORATOR,
    SIBLING;

    /** Whether it applies in both directions; such a membership is stored once. */
    public boolean isSymmetric() {
        return this == COLLABORATOR || this == SIBLING;
    }
}
