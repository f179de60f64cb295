package io.throughline.ledger;

/** Something that was to be written refers to what is not in the graph; nothing was written. */
public class UnknownThing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownThing(String message) {
        super(message);
    }
}
