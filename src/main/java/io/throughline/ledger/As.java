package io.throughline.ledger;

/** How a claim came, or why it went. */
enum As {
    SUPERSEDED,
    WITHDRAWN,
    RANKED,
    MERGED,
    SPLIT,
    RESTORED
}
