package io.throughline.graphql.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.SeededTries;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends random requests over the whole schema by HTTP: each gets an answer, or errors that say what is wrong with it. The
 * seeds are fixed, so that a build does not fail by chance.
 */
@GraphTest
@Tag(SeededTries.TAG)
class AnyRequestTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private GraphQlSource source;

    @Autowired
    private WebApplicationContext server;

    @Test
    void noMutationRunsWithoutARole() {
        var forMissingRole = new ArrayList<Boolean>();
        SeededTries.fixed(100, 77, random -> {
            var body = new AnyRequests(source.schema(), random).mutation();
            var answer = answer(body);
            assertThat(answer.get("data")).as(body).isNull();
            var errors = (List<?>) Objects.requireNonNull(answer.get("errors"));
            assertThat(errors).as(body).isNotEmpty().allSatisfy(error -> {
                assertHasReason((Map<?, ?>) error);
                // a body that is too large or invalid is rejected earlier; nothing reveals which mutations exist
                assertThat(code((Map<?, ?>) error)).isNotEqualTo("GRAPHQL_VALIDATION_FAILED");
            });
            forMissingRole.add(errors.stream().anyMatch(error -> "UNAUTHORIZED".equals(code((Map<?, ?>) error))));
        });
        assertShare(forMissingRole, 0.8);
    }

    @Tag("full") // plans hundreds of statements
    @Test
    void everyRequestIsAnsweredOrRejectedWithAReason() {
        var answered = new ArrayList<Boolean>();
        SeededTries.fixed(1_000, 77, random -> {
            var body = new AnyRequests(source.schema(), random).query();
            var errors = answer(body).get("errors") instanceof List<?> list ? list : List.of();
            assertThat(errors).as(body).allSatisfy(error -> assertHasReason((Map<?, ?>) error));
            answered.add(errors.isEmpty());
        });
        assertShare(answered, 0.2);
    }

    private Map<?, ?> answer(String body) throws Exception {
        var response = MockMvcTester.from(server)
                .post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse();
        assertThat(response.getStatus()).as(body).isLessThan(500);
        return JSON.readValue(response.getContentAsString(StandardCharsets.UTF_8), Map.class);
    }

    /** Otherwise nearly all requests would be rejected early, and the code after that would not be tried. */
    private static void assertShare(List<Boolean> tries, double atLeast) {
        if (tries.size() > 1) {
            assertThat(tries.stream().filter(yes -> yes).count()).isGreaterThan((long) (atLeast * tries.size()));
        }
    }

    private static @Nullable Object code(Map<?, ?> error) {
        return ((Map<?, ?>) Objects.requireNonNull(error.get("extensions"))).get("code");
    }

    private static void assertHasReason(Map<?, ?> error) {
        var extensions = (Map<?, ?>) Objects.requireNonNull(error.get("extensions"));
        assertThat(extensions.get("code")).isNotIn(null, "", "INTERNAL_ERROR");
        assertThat((String) error.get("message"))
                .isNotBlank()
                .hasSizeLessThan(1_100)
                .doesNotContainPattern(
                        "MATCH|UNWIND|RETURN|\\bCALL\\b|[Cc]ypher|[Nn]eo4j|Neo\\.|Exception|java\\.|graphql\\.|\\bat \\w+\\.\\w+");
        if (List.of("BAD_ARGUMENT", "BAD_REQUEST", "NOT_FOUND").contains(extensions.get("code"))) {
            assertThat((List<?>) error.get("path")).isNotEmpty();
        }
    }
}
