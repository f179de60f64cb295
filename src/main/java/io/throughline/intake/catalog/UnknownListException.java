package io.throughline.intake.catalog;

import io.throughline.infra.problem.CodedProblem;

/** The id of a list that is not in the catalogue; the message suggests what may have been meant. */
public final class UnknownListException extends RuntimeException implements CodedProblem {

    private static final long serialVersionUID = 1L;

    UnknownListException(String message) {
        super(message);
    }

    @Override
    public String code() {
        return "LIST_UNKNOWN";
    }
}
