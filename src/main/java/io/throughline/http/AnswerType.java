package io.throughline.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.servlet.function.ServerRequest;

/** The two forms of an answer; {@code application/json} when the caller does not mind. */
enum AnswerType {
    JSON("json"),
    GRAPHQL("graphql-response+json");

    private final MediaType plain;

    AnswerType(String subtype) {
        this.plain = new MediaType("application", subtype);
    }

    /**
     * The form the caller likes best.
     *
     * @throws Refusal if the caller takes neither
     */
    static AnswerType acceptedBy(ServerRequest request) {
        var accepted = accepted(request);
        if (accepted.isEmpty()) {
            return JSON;
        }
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .sorted((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()))
                .filter(type -> type.getQualityValue() > 0)
                .flatMap(type -> Stream.of(values()).filter(ours -> type.includes(ours.plain)))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_ACCEPTABLE,
                        "NOT_ACCEPTABLE",
                        "answers are application/graphql-response+json or application/json"));
    }

    private static List<MediaType> accepted(ServerRequest request) {
        try {
            return MediaType.parseMediaTypes(request.headers().header(HttpHeaders.ACCEPT));
        } catch (InvalidMediaTypeException e) {
            throw Refusal.badRequest("the header Accept cannot be read");
        }
    }

    /**
     * The status of an answer that GraphQL gave: in plain JSON that is well, in the type of its own it says whether
     * anything was run.
     */
    HttpStatus status(boolean dataPresent) {
        return this == JSON || dataPresent ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }

    MediaType contentType() {
        return new MediaType(plain, StandardCharsets.UTF_8);
    }
}
