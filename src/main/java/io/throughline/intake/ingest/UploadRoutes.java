package io.throughline.intake.ingest;

import io.throughline.graphql.http.HttpProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.WebUtils;

/**
 * Receives files to import: the body as it is, or the first file of a form. {@code security} decides who may send one.
 */
@Configuration(proxyBeanMethods = false)
class UploadRoutes {

    static final String PATH = "/imports/files";

    private static final Logger log = LoggerFactory.getLogger(UploadRoutes.class);

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> uploadsOverHttp(UploadStore uploads) {
        return RouterFunctions.route()
                .POST(PATH, request -> receive(uploads, request))
                .PUT(PATH, request -> receive(uploads, request))
                .path(
                        PATH,
                        all -> all.route(
                                request -> true,
                                request -> ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED)
                                        .allow(HttpMethod.POST, HttpMethod.PUT)
                                        .build()))
                .build();
    }

    private static ServerResponse receive(UploadStore uploads, ServerRequest request) {
        try {
            var upload = uploads.store(body(request));
            return ServerResponse.status(HttpStatus.CREATED)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("id", upload.id(), "size", upload.size(), "sha256", upload.sha256()));
        } catch (HttpProblemException problem) {
            return problemResponse(problem);
        } catch (IOException e) {
            log.warn("An upload could not be stored: {}", e.getMessage());
            return problemResponse(new HttpProblemException(
                    HttpStatus.INTERNAL_SERVER_ERROR, "UPLOAD_FAILED", "the file could not be stored; send it again"));
        }
    }

    private static InputStream body(ServerRequest request) throws IOException {
        var type = request.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
        if (!type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)) {
            return request.servletRequest().getInputStream();
        }
        // filters may have wrapped the request
        var form = WebUtils.getNativeRequest(request.servletRequest(), MultipartHttpServletRequest.class);
        if (form != null) {
            for (var file : form.getFileMap().values()) {
                return file.getInputStream();
            }
        }
        throw new HttpProblemException(
                HttpStatus.BAD_REQUEST,
                "BAD_REQUEST",
                "the form contains no file (expected a form with a file, or the file itself as the body)");
    }

    private static ServerResponse problemResponse(HttpProblemException problem) {
        return ServerResponse.status(problem.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(problem.body());
    }
}
