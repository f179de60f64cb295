package io.throughline.intake.reconcile;

import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.graphql.http.HttpProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Routes requests below {@code /reconcile}. Pages from any site may read the answers (CORS), as the specification
 * requires: nothing here depends on who asks, and nothing is changed.
 */
@Configuration(proxyBeanMethods = false)
class ReconciliationRoutes implements WebMvcConfigurer {

    private static final String PATH = ReconciliationEndpoint.PATH;
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    @Override
    public void addCorsMappings(CorsRegistry registry) {
        registry.addMapping(PATH + "/**")
                .allowedOrigins("*")
                .allowedMethods(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.POST.name());
    }

    @Bean
    @Order(-1)
    RouterFunction<ServerResponse> reconciliationOverHttp(
            ReconciliationEndpoint endpoint, SuggestionFinder suggestions, PreviewPage previews) {
        return RouterFunctions.route()
                .route(read(PATH), endpoint::get)
                .POST(PATH, endpoint::post)
                .route(
                        read(PATH + "/suggest/entity"),
                        request -> ReconciliationEndpoint.json(agents(suggestions, request)))
                .route(
                        read(PATH + "/suggest/type"),
                        request -> ReconciliationEndpoint.json(SuggestionFinder.types(text(request, "prefix"))))
                .route(
                        read(PATH + "/suggest/property"),
                        request -> ReconciliationEndpoint.json(SuggestionFinder.properties(text(request, "prefix"))))
                .route(read(PATH + "/properties"), request -> ReconciliationEndpoint.json(proposal(request)))
                .route(read(PATH + "/preview"), request -> preview(previews, text(request, "id")))
                .path(PATH, all -> all.route(request -> true, ReconciliationRoutes::otherRequest))
                .onError(Exception.class, (failure, request) -> ReconciliationEndpoint.failure(failure))
                .build();
    }

    private static RequestPredicate read(String path) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path(path));
    }

    private static SuggestionFinder.SuggestionList agents(SuggestionFinder suggestions, ServerRequest request) {
        return suggestions.agents(text(request, "prefix"), number(request, "cursor", 0));
    }

    /** The properties that can be fetched for a type, or for any type if none is given. */
    private static Map<String, Object> proposal(ServerRequest request) {
        var id = text(request, "type");
        var type = id.isEmpty()
                ? ReconciliationType.AGENT
                : ReconciliationType.of(id)
                        .orElseThrow(
                                () -> new InvalidArgumentException("type", id, "one of " + ReconciliationType.ids()));
        var limit = number(request, "limit", Integer.MAX_VALUE);
        var proposal = new LinkedHashMap<String, Object>();
        proposal.put("type", type.id());
        if (limit < Integer.MAX_VALUE) {
            proposal.put("limit", limit);
        }
        proposal.put(
                "properties",
                Arrays.stream(AgentProperty.values())
                        .filter(property -> property.appliesTo(type))
                        .limit(limit)
                        .map(property -> Map.of("id", property.id(), "name", property.title()))
                        .toList());
        return proposal;
    }

    private static ServerResponse preview(PreviewPage previews, String id) {
        var page = previews.of(id)
                .orElseThrow(() -> new HttpProblemException(
                        HttpStatus.NOT_FOUND, "NOT_FOUND", "nothing here has the id '%s'".formatted(id)));
        return ServerResponse.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .contentType(HTML)
                .body(page);
    }

    private static ServerResponse otherRequest(ServerRequest request) {
        if (List.of(HttpMethod.GET, HttpMethod.HEAD).contains(request.method())) {
            throw new HttpProblemException(
                    HttpStatus.NOT_FOUND,
                    "NOT_FOUND",
                    "'%s' is not part of the service; its manifest is at %s".formatted(request.path(), PATH));
        }
        var response = ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED);
        return (request.path().equals(PATH)
                        ? response.allow(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST)
                        : response.allow(HttpMethod.GET, HttpMethod.HEAD))
                .build();
    }

    private static String text(ServerRequest request, String parameter) {
        return ReconciliationEndpoint.parameters(request)
                .getOrDefault(parameter, "")
                .strip();
    }

    private static int number(ServerRequest request, String parameter, int otherwise) {
        var text = text(request, parameter);
        if (!text.matches("\\d{0,9}")) {
            throw new InvalidArgumentException(parameter, text, "a whole number");
        }
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }
}
