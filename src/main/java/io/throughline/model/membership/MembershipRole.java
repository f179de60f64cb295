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
    SIBLING
}
