package io.throughline.export;

import io.throughline.graphql.http.EntityTag;
import io.throughline.graphql.http.EntityTagFactory;
import io.throughline.graphql.http.HttpProblemException;
import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.limit.RequestLimits;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Handles one export request: file name, arguments, ETag check, concurrency limit, response. */
@Component
class ExportEndpoint {

    private final ExportArguments arguments;
    private final ExportMetadataQueries metadataQueries;
    private final ExportCatalog exports;
    private final GraphVersion version;
    private final EntityTagFactory tags;
    private final RequestLimits limits;
    private final DownloadSender downloads;

    ExportEndpoint(
            ExportArguments arguments,
            ExportMetadataQueries metadataQueries,
            ExportCatalog exports,
            GraphVersion version,
            EntityTagFactory tags,
            RequestLimits limits,
            DownloadSender downloads) {
        this.arguments = arguments;
        this.metadataQueries = metadataQueries;
        this.exports = exports;
        this.version = version;
        this.tags = tags;
        this.limits = limits;
        this.downloads = downloads;
    }

    ServerResponse handle(ServerRequest request) {
        try {
            return answer(request);
        } catch (RuntimeException problem) {
            return failure(ExportProblems.of(problem));
        }
    }

    private ServerResponse answer(ServerRequest request) {
        var export = ExportRequest.read(request.pathVariable("file"), request.params(), arguments);
        var current = version.read();
        var tag = tags.of(current, export.query(), export.commented());
        if (tag.matches(request)) {
            return ServerResponse.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(CacheControl.noCache())
                    .eTag(weak(tag))
                    .build();
        }
        return request.method().equals(HttpMethod.HEAD)
                ? head(export, tag)
                : downloads.begin(slot -> {
                    var deadline = RequestDeadline.in(limits.exportTime());
                    var metadata = metadataQueries.of(export.query());
                    var body = exports.of(export, metadata, deadline);
                    return response(export.file(), metadata, tag).build((servletRequest, response) -> {
                        slot.write(body, response, () -> current.equals(version.read()));
                        return null;
                    });
                });
    }

    private ServerResponse head(ExportRequest export, EntityTag tag) {
        var metadata = metadataQueries.of(export.query());
        exports.of(export, metadata, RequestDeadline.in(limits.exportTime()));
        return response(export.file(), metadata, tag).build();
    }

    private static ServerResponse.BodyBuilder response(
            ExportSelection.File file, ExportMetadata metadata, EntityTag tag) {
        var response = ServerResponse.ok()
                .contentType(file.format().contentType())
                .cacheControl(CacheControl.noCache())
                .eTag(weak(tag))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name(file, metadata)));
        if (metadata.version() != null) {
            response.header("Throughline-Dataset-Version", metadata.version());
        }
        if (metadata.licenceUrl() != null) {
            response.header(HttpHeaders.LINK, "<%s>; rel=\"license\"".formatted(metadata.licenceUrl()));
        }
        if (file.format().isBare()) {
            var query = metadata.query().indexOf('?');
            response.header(
                    HttpHeaders.LINK,
                    "</exports/%s.metadata.json%s>; rel=\"describedby\"; type=\"application/json\""
                            .formatted(
                                    file.selection().field(),
                                    query < 0 ? "" : metadata.query().substring(query)));
        }
        return response;
    }

    /**
     * The ETag is weak because the timestamps in the file change each time it is made: it stands for the content, not
     * the bytes.
     */
    private static String weak(EntityTag tag) {
        return "W/\"" + tag.name() + '"';
    }

    private static String name(ExportSelection.File file, ExportMetadata metadata) {
        var version = metadata.version() == null ? "" : "-" + metadata.version().replaceAll("[^\\w.-]", "_");
        return "throughline-%s%s.%s"
                .formatted(file.selection().field(), version, file.format().extension());
    }

    private static ServerResponse failure(HttpProblemException problem) {
        var response = ServerResponse.status(problem.status())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON);
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, ExportProblems.RETRY_AFTER);
        }
        return response.body(problem.body());
    }
}
