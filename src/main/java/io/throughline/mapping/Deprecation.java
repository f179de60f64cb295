package io.throughline.mapping;

/**
 * Rows that are known to say something false of an organization. What they say is kept, as deprecated.
 *
 * @param reason why it is known to be false
 */
record Deprecation(Condition where, String organizationId, String reason) {}
