package io.throughline.security;

import io.throughline.http.Refusal;
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

/** Answers requests whose token is not good. It tells nothing of why, as the caller may not be who should know. */
@Component
class BearerRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(BearerRefusals.class);

    private final JsonMapper json;

    BearerRefusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        var refusal = refusal(problem);
        if (refusal.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    problem instanceof InsufficientAuthenticationException
                            ? "Bearer"
                            : "Bearer error=\"invalid_token\"");
        }
        answer(request, response, refusal);
    }

    /** Of what only people with a role may do: sending files to be imported. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException {
        answer(
                request,
                response,
                new Refusal(
                        HttpStatus.FORBIDDEN,
                        "FORBIDDEN",
                        "this needs the role CURATOR, which the token does not give"));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        var accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        response.setStatus(refusal.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(
                (accept.contains("graphql-response+json") ? "application/graphql-response+json" : "application/json")
                        + ";charset=UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(refusal.answer()));
    }

    static Refusal refusal(AuthenticationException problem) {
        if (problem instanceof AuthenticationServiceException) {
            log.error("A token could not be checked: {}", problem.getMessage());
            return new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "IDENTITY_PROVIDER_UNREACHABLE",
                    "the token cannot be checked, as the identity provider does not answer: try again later");
        }
        if (problem instanceof InsufficientAuthenticationException) {
            return new Refusal(
                    HttpStatus.UNAUTHORIZED,
                    "UNAUTHORIZED",
                    "this needs a token of a person with the role CURATOR: send it as Authorization: Bearer …");
        }
        return new Refusal(
                HttpStatus.UNAUTHORIZED,
                "UNAUTHORIZED",
                "the token is not one this server knows, or is no longer good: get another, or send none to read");
    }
}
