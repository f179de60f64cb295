package io.throughline.graphql.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends random requests over the whole schema by HTTP: each gets an answer, or errors that say what is wrong with it. The
 * seed is fixed, so that a build does not fail by chance; another one ({@code seed = ""}) finds other requests.
 */
@GraphTest
class AnyRequestTests {

    private static final JsonMapper JSON = new JsonMapper();

    private final GraphQlSource source;

    private final MockMvcTester browser;

    /** jqwik is a separate engine from JUnit's; the server is the one that all tests share. */
    AnyRequestTests() throws Exception {
        var shared =
                new TestContextManager(AnyRequestTests.class).getTestContext().getApplicationContext();
        source = shared.getBean(GraphQlSource.class);
        browser = MockMvcTester.from((WebApplicationContext) shared);
    }

    @Provide
    Arbitrary<String> requests() {
        return new AnyRequests(source.schema()).bodies();
    }

    @Provide
    Arbitrary<String> changes() {
        return new AnyRequests(source.schema()).changes();
    }

    @Property(tries = 100, seed = "77", edgeCases = EdgeCasesMode.NONE)
    void noMutationRunsWithoutARole(@ForAll("changes") String body) throws Exception {
        var response = browser.post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse();
        var answer = JSON.readValue(response.getContentAsString(StandardCharsets.UTF_8), Map.class);
        assertThat(answer.get("data")).isNull();
        var errors = (List<?>) Objects.requireNonNull(answer.get("errors"));
        assertThat(errors).isNotEmpty().allSatisfy(error -> {
            assertHasReason((Map<?, ?>) error);
            // a body that is too large or invalid is rejected earlier; nothing reveals which mutations exist
            assertThat(code((Map<?, ?>) error)).isNotEqualTo("GRAPHQL_VALIDATION_FAILED");
        });
        Statistics.label("rejected for a missing role")
                .collect(errors.stream().anyMatch(error -> "UNAUTHORIZED".equals(code((Map<?, ?>) error))))
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 80));
    }

    private static @Nullable Object code(Map<?, ?> error) {
        return ((Map<?, ?>) Objects.requireNonNull(error.get("extensions"))).get("code");
    }

    @Property(tries = 1_000, seed = "77", edgeCases = EdgeCasesMode.NONE)
    void everyRequestIsAnsweredOrRejectedWithAReason(@ForAll("requests") String body) throws Exception {
        var response = browser.post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange()
                .getResponse();
        assertThat(response.getStatus()).isLessThan(500);
        var answer = JSON.readValue(response.getContentAsString(StandardCharsets.UTF_8), Map.class);
        var errors = (List<?>) answer.getOrDefault("errors", List.of());
        assertThat(errors).allSatisfy(error -> assertHasReason((Map<?, ?>) error));
        Statistics.label("answered")
                .collect(errors.isEmpty())
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
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
