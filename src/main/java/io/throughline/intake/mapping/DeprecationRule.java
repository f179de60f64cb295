package io.throughline.intake.mapping;

/**
 * Rows known to be wrong about an organization. Their memberships are kept, as deprecated.
 *
 * @param reason how it is known that they are wrong
 */
record DeprecationRule(RowCondition where, String organizationId, String reason) {}
