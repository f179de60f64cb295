package io.throughline.intake.ingest;

/**
 * Why lines are not simply recorded.
 *
 * @param outcome LEFT_OUT, WAITING or REJECTED
 * @param reason for lines left out the reason that the mapping gives; otherwise the code of the first finding
 */
public record LineReason(LineOutcome outcome, String reason) {}
