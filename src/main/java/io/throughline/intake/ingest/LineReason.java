package io.throughline.intake.ingest;

/**
 * Why lines were left out, were rejected or are waiting.
 *
 * @param outcome LEFT_OUT, WAITING or REJECTED
 * @param reason for lines left out, the reason given in the mapping; otherwise the code of the deciding finding
 */
public record LineReason(LineOutcome outcome, String reason) {}
