package io.throughline.intake.catalog;

import io.throughline.infra.problem.CodedProblem;
import java.util.List;

/** An invalid catalogue of lists, with every mistake in it, its place and what was expected. */
public final class InvalidCatalogException extends RuntimeException implements CodedProblem {

    private static final long serialVersionUID = 1L;

    /**
     * States what is wrong.
     *
     * @param mistakes sentences for people, each with its place
     */
    InvalidCatalogException(List<String> mistakes) {
        super(String.join("\n", mistakes));
    }

    @Override
    public String code() {
        return "LISTS_MISTAKE";
    }
}
