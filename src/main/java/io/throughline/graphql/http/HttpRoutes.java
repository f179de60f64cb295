package io.throughline.graphql.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Routes for the GraphQL path, ahead of Spring's own handler, which only supports POST and validates less. */
@Configuration(proxyBeanMethods = false)
class HttpRoutes {

    private static final Logger log = LoggerFactory.getLogger(HttpRoutes.class);

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> graphQlOverHttp(GraphQlEndpoint endpoint, GraphQlProperties properties) {
        var path = properties.getHttp().getPath();
        return RouterFunctions.route()
                .GET(path, endpoint::handle)
                .HEAD(path, endpoint::handle)
                .POST(path, endpoint::handle)
                .path(path, all -> all.route(request -> true, HttpRoutes::otherMethod))
                .onError(
                        HttpProblemException.class,
                        (problem, request) -> ResponseWriter.of((HttpProblemException) problem, ResponseMediaType.JSON))
                .onError(Exception.class, HttpRoutes::failure)
                .build();
    }

    private static ServerResponse otherMethod(ServerRequest request) {
        return ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED)
                .allow(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST)
                .build();
    }

    private static ServerResponse failure(Throwable problem, ServerRequest request) {
        log.error("A request failed", problem);
        return ResponseWriter.of(
                new HttpProblemException(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "INTERNAL_ERROR",
                        "the request failed; the server log has the reason"),
                ResponseMediaType.JSON);
    }
}
