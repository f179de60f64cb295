package io.throughline.writing.ledger;

/**
 * How far an activity was undone.
 *
 * @param withdrawn how many of the claims it recorded were withdrawn
 * @param restored how many of the claims it superseded or withdrew were restored
 * @param nodes how many agents, places and sources disappeared from answers or reappeared
 * @param more whether there is more to undo
 */
public record UndoProgress(int withdrawn, int restored, int nodes, boolean more) {}
