package io.throughline.writing.ledger;

/**
 * The activity that writes something. Corresponds to {@code prov:Activity}.
 *
 * @param id of the import run or edit, e.g. {@code run-2026-11-24-3f2a…}
 * @param person the responsible person, by the name they signed in with
 */
public record LedgerActivity(String id, Kind kind, String person) {

    /** Kinds of activity. */
    public enum Kind {
        IMPORT,
        EDIT
    }
}
