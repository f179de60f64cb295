package io.throughline.graphql.security;

import io.throughline.graphql.http.HttpProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests with an invalid token or without the required role. It does not say why a token is invalid, as the caller
 * may not be its owner.
 */
@Component
class BearerErrorHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(BearerErrorHandler.class);

    private final JsonMapper json;

    BearerErrorHandler(JsonMapper json) {
        this.json = json;
    }

    /** For an invalid token, and for a missing one where it is required. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (exception instanceof AuthenticationServiceException) {
            log.error("A token could not be validated: {}", exception.getMessage());
            write(
                    new HttpProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "IDENTITY_PROVIDER_UNREACHABLE",
                            "the token cannot be validated because the identity provider does not respond; try again later"),
                    request,
                    response);
            return;
        }
        var missing = exception instanceof InsufficientAuthenticationException;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, missing ? "Bearer" : "Bearer error=\"invalid_token\"");
        write(
                new HttpProblemException(
                        HttpStatus.UNAUTHORIZED,
                        "UNAUTHORIZED",
                        missing
                                ? AccessErrors.NEEDS_TOKEN
                                : "the token is unknown or expired; get a new one, or read without a token"),
                request,
                response);
    }

    /** For a token without the required role. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        write(new HttpProblemException(HttpStatus.FORBIDDEN, "FORBIDDEN", AccessErrors.LACKS_ROLE), request, response);
    }

    private void write(HttpProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        response.setStatus(problem.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(
                (accept.contains("graphql-response+json") ? "application/graphql-response+json" : "application/json")
                        + ";charset=UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(problem.body()));
    }
}
