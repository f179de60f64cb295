package io.throughline.infra.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem the caller can fix, identified by a stable code. Implemented by exceptions; whatever reports errors to callers
 * takes code, message and details from here.
 */
public interface CodedProblem {

    /** Stable, in capitals, e.g. {@code BAD_ARGUMENT}. */
    String code();

    /** What is wrong, what was expected, what to do; every exception that implements this has one. */
    @Nullable String getMessage();

    /** More about the problem, e.g. the exceeded limit; empty if there is nothing more. */
    default Map<String, Object> details() {
        return Map.of();
    }

    /** The {@code extensions} of an error: the code and the details. */
    default Map<String, Object> extensions() {
        var extensions = new LinkedHashMap<String, Object>(details());
        extensions.put("code", code());
        return extensions;
    }
}
