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

/** The media types of responses; {@code application/json} if the caller has no preference. */
enum ResponseMediaType {
    JSON(MediaType.APPLICATION_JSON),
    GRAPHQL(MediaType.APPLICATION_GRAPHQL_RESPONSE),
    /** One event per result. Only used if the caller names it, not for wildcards. */
    EVENTS(MediaType.TEXT_EVENT_STREAM);

    @SuppressWarnings("ImmutableEnumChecker") // a MediaType is immutable
    private final MediaType plain;

    ResponseMediaType(MediaType plain) {
        this.plain = plain;
    }

    /**
     * The media type the caller prefers.
     *
     * @throws HttpProblemException if the caller accepts none of them
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
                .flatMap(type -> Stream.of(values()).filter(candidate -> candidate.matches(type)))
                .findFirst()
                .orElseThrow(
                        () -> new HttpProblemException(
                                HttpStatus.NOT_ACCEPTABLE,
                                "NOT_ACCEPTABLE",
                                "no supported media type in Accept; expected application/graphql-response+json, application/json or text/event-stream"));
    }

    private boolean matches(MediaType accepted) {
        return this == EVENTS ? accepted.equalsTypeAndSubtype(plain) : accepted.includes(plain);
    }

    private static List<MediaType> accepted(ServerRequest request) {
        try {
            return MediaType.parseMediaTypes(request.headers().header(HttpHeaders.ACCEPT));
        } catch (InvalidMediaTypeException e) {
            throw HttpProblemException.badRequest("the header Accept is invalid");
        }
    }

    /**
     * The status of a GraphQL response: always 200 for {@code application/json}; otherwise it says whether anything was
     * executed, also where events were expected and there are none.
     */
    HttpStatus status(boolean dataPresent) {
        return this == JSON || dataPresent ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    /** The content type of a response that is not an event stream. */
    MediaType contentType() {
        return new MediaType(this == EVENTS ? JSON.plain : plain, StandardCharsets.UTF_8);
    }
}
