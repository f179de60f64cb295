package io.throughline.export;

import io.throughline.graphql.http.HttpProblemException;
import io.throughline.infra.cypher.TimeLimitExceededException;
import io.throughline.infra.problem.CodedProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/** Translates failures of an export into HTTP problems, for as long as nothing has been sent. */
final class ExportProblems {

    /** Seconds after which a client may try again. */
    static final String RETRY_AFTER = "30";

    private static final Logger log = LoggerFactory.getLogger(ExportProblems.class);

    private ExportProblems() {}

    /** Returns the problem to report; logs unexpected failures, whose details are not reported. */
    static HttpProblemException of(Throwable failure) {
        if (failure instanceof HttpProblemException problem) {
            return problem;
        }
        if (failure instanceof TimeLimitExceededException slow) {
            return HttpProblemException.overLimit(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    slow.code(),
                    "export-time",
                    slow.limit().toMillis(),
                    slow.spent().toMillis(),
                    "the export exceeded its time limit; request less at a time");
        }
        if (failure instanceof CodedProblem coded) {
            return HttpProblemException.of(HttpStatus.BAD_REQUEST, coded);
        }
        log.error("An export failed", failure);
        return new HttpProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", "the export failed");
    }
}
