package io.throughline.writing.ledger;

/**
 * How far an activity was undone.
 *
 * @param withdrawn how many claims that it recorded were withdrawn
 * @param restored how many that it had superseded or withdrawn were recorded anew
 * @param things how many agents and sources left the answers or returned
 * @param more whether there is more to undo
 */
public record UndoProgress(int withdrawn, int restored, int things, boolean more) {}
