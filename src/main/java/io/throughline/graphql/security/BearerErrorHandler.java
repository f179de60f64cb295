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
 * Answers requests whose token is not good, or is not enough. It tells nothing of why a token is not good, as the caller may not
 * be who should know.
 */
@Component
class BearerErrorHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(BearerErrorHandler.class);

    private final JsonMapper json;

    BearerErrorHandler(JsonMapper json) {
        this.json = json;
    }

    /** For a token that is not good, and for none where one is needed. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        if (problem instanceof AuthenticationServiceException) {
            log.error("A token could not be checked: {}", problem.getMessage());
            answer(
                    new HttpProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "IDENTITY_PROVIDER_UNREACHABLE",
                            "the token cannot be checked, as the identity provider does not answer: try again later"),
                    request,
                    response);
            return;
        }
        var none = problem instanceof InsufficientAuthenticationException;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, none ? "Bearer" : "Bearer error=\"invalid_token\"");
        answer(
                new HttpProblemException(
                        HttpStatus.UNAUTHORIZED,
                        "UNAUTHORIZED",
                        none
                                ? AccessErrors.NEEDS_TOKEN
                                : "the token is not one this server knows, or is no longer good: get another, or send none"
                                        + " to read"),
                request,
                response);
    }

    /** For a token without the role. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException {
        answer(new HttpProblemException(HttpStatus.FORBIDDEN, "FORBIDDEN", AccessErrors.LACKS_ROLE), request, response);
    }

    private void answer(HttpProblemException refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        response.setStatus(refusal.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(
                (accept.contains("graphql-response+json") ? "application/graphql-response+json" : "application/json")
                        + ";charset=UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(refusal.answer()));
    }
}
