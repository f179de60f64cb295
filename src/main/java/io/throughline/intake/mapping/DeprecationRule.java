package io.throughline.intake.mapping;

/**
 * Rows that are known to say something false of an organization. What they say is kept, as deprecated.
 *
 * @param reason why it is known to be false
 */
record DeprecationRule(RowCondition where, String organizationId, String reason) {}
