package io.throughline.writing.ledger;

/** Why a claim was recorded or withdrawn. */
enum ChangeReason {
    SUPERSEDED,
    WITHDRAWN,
    RANKED,
    MERGED,
    SPLIT,
    RESTORED
}
