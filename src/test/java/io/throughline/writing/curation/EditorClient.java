package io.throughline.writing.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends GraphQL documents as an editor. */
class EditorClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final ExecutionGraphQlService graphQl;

    EditorClient(ExecutionGraphQlService graphQl) {
        this.graphQl = graphQl;
    }

    /** The payload of a mutation. */
    record MutationOutcome(JsonNode payload) {

        List<String> codes() {
            return payload.get("userErrors")
                    .valueStream()
                    .map(error -> error.get("code").asString())
                    .toList();
        }

        String text() {
            return payload.toString();
        }

        /** The value at a path of field names joined by dots. */
        String get(String path) {
            var found = payload;
            for (var name : path.split("\\.", -1)) {
                found = Objects.requireNonNull(found.get(name), path);
            }
            return found.isNull() ? "null" : found.isValueNode() ? found.asString() : found.toString();
        }
    }

    void curator() {
        as("ROLE_CURATOR");
    }

    void admin() {
        as("ROLE_ADMIN");
    }

    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private static void as(String role) {
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                "maria", null, AuthorityUtils.createAuthorityList(role))));
    }

    MutationOutcome done(String mutation, String input) {
        return done(mutation, input, "activity { id }");
    }

    /** Makes a change that must succeed. */
    MutationOutcome done(String mutation, String input, String fields) {
        var outcome = change(mutation, input, fields);
        assertThat(outcome.codes()).as(outcome.text()).isEmpty();
        return outcome;
    }

    MutationOutcome change(String mutation, String input, String fields) {
        var text = text("mutation { change: %s(input: %s) { %s userErrors { code field message } } }"
                .formatted(mutation, input, fields));
        var answer = JSON.readTree(text);
        assertThat(answer.get("errors")).as(text).isNull();
        return new MutationOutcome(answer.get("data").get("change"));
    }

    /** Reads a document that must be answered without errors. */
    String read(String document) {
        var text = text(document);
        assertThat(text).doesNotContain("\"errors\"");
        return text;
    }

    String text(String document) {
        var answer = Objects.requireNonNull(graphQl.execute(
                        new DefaultExecutionGraphQlRequest(document, null, Map.of(), null, "test", Locale.ENGLISH))
                .block());
        return JSON.writeValueAsString(answer.getExecutionResult().toSpecification());
    }
}
