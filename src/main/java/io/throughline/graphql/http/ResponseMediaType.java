package io.throughline.graphql.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.servlet.function.ServerRequest;

/** The forms of an answer; {@code application/json} when the caller does not mind. */
enum ResponseMediaType {
    JSON(MediaType.APPLICATION_JSON),
    GRAPHQL(MediaType.APPLICATION_GRAPHQL_RESPONSE),
    /** One event for each result. Only for who names it, not for who takes any text. */
    EVENTS(MediaType.TEXT_EVENT_STREAM);

    @SuppressWarnings("ImmutableEnumChecker") // a MediaType is immutable
    private final MediaType plain;

    ResponseMediaType(MediaType plain) {
        this.plain = plain;
    }

    /**
     * The form the caller likes best.
     *
     * @throws HttpProblemException if the caller takes none
     */
    static ResponseMediaType acceptedBy(ServerRequest request) {
        var accepted = accepted(request);
        if (accepted.isEmpty()) {
            return JSON;
        }
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .sorted((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()))
                .filter(type -> type.getQualityValue() > 0)
                .flatMap(type -> Stream.of(values()).filter(ours -> ours.isTakenBy(type)))
                .findFirst()
                .orElseThrow(() -> new HttpProblemException(
                        HttpStatus.NOT_ACCEPTABLE,
                        "NOT_ACCEPTABLE",
                        "answers are application/graphql-response+json, application/json or text/event-stream"));
    }

    private boolean isTakenBy(MediaType accepted) {
        return this == EVENTS ? accepted.equalsTypeAndSubtype(plain) : accepted.includes(plain);
    }

    private static List<MediaType> accepted(ServerRequest request) {
        try {
            return MediaType.parseMediaTypes(request.headers().header(HttpHeaders.ACCEPT));
        } catch (InvalidMediaTypeException e) {
            throw HttpProblemException.badRequest("the header Accept cannot be read");
        }
    }

    /**
     * The status of an answer that GraphQL gave: in plain JSON that is well, in the type of its own it says whether
     * anything was run, and so it does where events were expected and there are none.
     */
    HttpStatus status(boolean dataPresent) {
        return this == JSON || dataPresent ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    /** Of an answer that is no event. */
    MediaType contentType() {
        return new MediaType(this == EVENTS ? JSON.plain : plain, StandardCharsets.UTF_8);
    }
}
