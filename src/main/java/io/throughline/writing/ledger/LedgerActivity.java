package io.throughline.writing.ledger;

/**
 * In the course of what something was written. Corresponds to {@code prov:Activity}.
 *
 * @param id of the import run or edit, e.g. {@code run-2026-11-24-3f2a…}
 * @param person who answers for it, by the name they are signed in as
 */
public record LedgerActivity(String id, Kind kind, String person) {

    /** What sort of activity. */
    public enum Kind {
        IMPORT,
        EDIT
    }
}
