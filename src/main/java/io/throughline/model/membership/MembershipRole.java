package io.throughline.model.membership;

/** As what an agent belongs to or acts in an organization. */
public enum MembershipRole {
    MEMBER,
    SIGNATORY,
    OFFICIAL_PARTNER,
    PARTNER,
    CO_ORGANISER,
    SUPPORTER,
    LEAD,
    SECRETARIAT,
    SECTION,
    TRACK,
    PROGRAMME,
    CONSTITUENCY,
    FOUNDER,
    COORDINATOR,
    COLLABORATOR,
    SIBLING
}
