package io.throughline.writing.ledger;

/** Something to be written refers to a node that is not in the graph. Nothing was written. */
public class UnknownReferenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownReferenceException(String message) {
        super(message);
    }
}
