package io.throughline.writing.ledger;

/** How a claim came, or why it went. */
enum ChangeReason {
    SUPERSEDED,
    WITHDRAWN,
    RANKED,
    MERGED,
    SPLIT,
    RESTORED
}
