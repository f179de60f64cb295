package io.throughline.writing.ledger;

/** Something that was to be written refers to what is not in the graph; nothing was written. */
public class UnknownReferenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownReferenceException(String message) {
        super(message);
    }
}
