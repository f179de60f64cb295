package io.throughline.export;

import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.http.EntityTag;
import io.throughline.graphql.http.HttpProblemException;
import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.cypher.TimeLimitExceededException;
import io.throughline.infra.limit.RequestLimits;
import io.throughline.infra.problem.CodedProblem;
import io.throughline.reference.id.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The way of one export: its name, its arguments, whether the caller has it already, and whether there is room for it. */
@Component
class ExportEndpoint {

    private static final Logger log = LoggerFactory.getLogger(ExportEndpoint.class);

    private static final String PROGRAM =
            String.valueOf(ExportEndpoint.class.getPackage().getImplementationVersion());

    private final ExportArguments arguments;
    private final ExportMetadataQueries headers;
    private final ExportCatalog exports;
    private final GraphVersion version;
    private final RequestLimits limits;
    private final DownloadSender downloads;

    ExportEndpoint(
            ExportArguments arguments,
            ExportMetadataQueries headers,
            ExportCatalog exports,
            GraphVersion version,
            RequestLimits limits,
            DownloadSender downloads) {
        this.arguments = arguments;
        this.headers = headers;
        this.exports = exports;
        this.version = version;
        this.limits = limits;
        this.downloads = downloads;
    }

    ServerResponse handle(ServerRequest request) {
        try {
            return answer(request);
        } catch (RuntimeException problem) {
            return refused(refusal(problem));
        }
    }

    private ServerResponse answer(ServerRequest request) {
        var file = ExportSelection.File.named(request.pathVariable("file"));
        var parameters = new HashMap<String, List<String>>(request.params());
        var commented = commented(file, parameters);
        var asked = new ExportCatalog.Asked(
                file, arguments.read(file.selection(), parameters), parameters.containsKey("maxRows"), commented);
        var current = version.read();
        var query = query(file, parameters);
        var tag = new EntityTag(Sha256.of(String.join("\n", PROGRAM, current, query, String.valueOf(commented)))
                .substring(0, 32));
        if (tag.matches(request)) {
            return ServerResponse.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(CacheControl.noCache())
                    .eTag(weak(tag))
                    .build();
        }
        return request.method().equals(HttpMethod.HEAD)
                ? head(asked, query, tag)
                : downloads.begin(room -> {
                    var deadline = RequestDeadline.in(limits.exportTime());
                    var header = headers.of(query);
                    var body = exports.of(asked, header, deadline);
                    return response(file, header, tag).build((servletRequest, response) -> {
                        room.write(body, response, () -> current.equals(version.read()));
                        return null;
                    });
                });
    }

    private ServerResponse head(ExportCatalog.Asked asked, String query, EntityTag tag) {
        var header = headers.of(query);
        exports.of(asked, header, RequestDeadline.in(limits.exportTime()));
        return response(asked.file(), header, tag).build();
    }

    private static ServerResponse.BodyBuilder response(
            ExportSelection.File file, ExportMetadata header, EntityTag tag) {
        var response = ServerResponse.ok()
                .contentType(file.format().contentType())
                .cacheControl(CacheControl.noCache())
                .eTag(weak(tag))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name(file, header)));
        if (header.version() != null) {
            response.header("Throughline-Dataset-Version", header.version());
        }
        if (header.licenceUrl() != null) {
            response.header(HttpHeaders.LINK, "<%s>; rel=\"license\"".formatted(header.licenceUrl()));
        }
        if (file.format().isBare()) {
            var query = header.query().indexOf('?');
            response.header(
                    HttpHeaders.LINK,
                    "</exports/%s.metadata.json%s>; rel=\"describedby\"; type=\"application/json\""
                            .formatted(
                                    file.selection().field(),
                                    query < 0 ? "" : header.query().substring(query)));
        }
        return response;
    }

    /** The times in it differ when it is made again, so a tag stands for what it says and not for its bytes. */
    private static String weak(EntityTag tag) {
        return "W/\"" + tag.name() + '"';
    }

    private static String name(ExportSelection.File file, ExportMetadata header) {
        var version = header.version() == null ? "" : "-" + header.version().replaceAll("[^\\w.-]", "_");
        return "throughline-%s%s.%s"
                .formatted(file.selection().field(), version, file.format().extension());
    }

    static boolean commented(ExportSelection.File file, Map<String, List<String>> parameters) {
        var values = file.format().isBare() ? parameters.remove("header") : null;
        if (values == null) {
            return false;
        }
        if (!values.equals(List.of("true")) && !values.equals(List.of("false"))) {
            throw new InvalidArgumentException("header", String.join(",", values), "true or false");
        }
        return values.get(0).equals("true");
    }

    static String query(ExportSelection.File file, Map<String, List<String>> parameters) {
        var text = new StringBuilder(file.name());
        new TreeMap<>(parameters)
                .forEach((name, values) -> values.forEach(value -> text.append(text.indexOf("?") < 0 ? '?' : '&')
                        .append(encoded(name))
                        .append('=')
                        .append(encoded(value))));
        return text.toString();
    }

    private static String encoded(String text) {
        return org.springframework.web.util.UriUtils.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** What is said of a problem before anything was sent. */
    static HttpProblemException refusal(Throwable problem) {
        if (problem instanceof HttpProblemException refusal) {
            return refusal;
        }
        if (problem instanceof TimeLimitExceededException slow) {
            return HttpProblemException.overLimit(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    slow.code(),
                    "export-time",
                    slow.limit().toMillis(),
                    slow.spent().toMillis(),
                    "the export took too long and was ended: ask for less at a time");
        }
        if (problem instanceof CodedProblem coded) {
            return HttpProblemException.of(HttpStatus.BAD_REQUEST, coded);
        }
        log.error("An export failed", problem);
        return new HttpProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", "the export failed");
    }

    private static ServerResponse refused(HttpProblemException refusal) {
        var response = ServerResponse.status(refusal.status())
                .cacheControl(CacheControl.noStore())
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON);
        if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, DownloadSender.RETRY_AFTER);
        }
        return response.body(refusal.body());
    }
}
