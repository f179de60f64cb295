package io.throughline.export;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Routes {@code GET} and {@code HEAD} requests below {@code /exports}, one URL per file. */
@Configuration(proxyBeanMethods = false)
class ExportRoutes {

    private static final String PATH = "/exports/{file}";

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> exportsOverHttp(ExportEndpoint endpoint) {
        return RouterFunctions.route()
                .GET(PATH, endpoint::handle)
                .HEAD(PATH, endpoint::handle)
                .path(
                        PATH,
                        all -> all.route(
                                request -> true,
                                request -> ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED)
                                        .allow(HttpMethod.GET, HttpMethod.HEAD)
                                        .build()))
                .build();
    }
}
