package io.throughline.model.membership;

/** In which sense something is a partner of an organization: named by a source, or the way in of members. */
enum PartnerSense {
    NAMED,
    CHANNEL
}
