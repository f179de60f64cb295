package io.throughline.infra.cypher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import graphql.ExecutionResult;
import io.throughline.GraphTest;
import io.throughline.StatementLog;
import io.throughline.infra.limit.RequestLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.reactivestreams.Publisher;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.graphql.ExecutionGraphQlResponse;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import reactor.core.publisher.Flux;

/** All statements of a request share one deadline, whichever threads they run on. */
@GraphTest
@Timeout(20)
class RequestDeadlineTests {

    private static final CypherStatement ENDLESS = new CypherStatement(
            "endless.cypher",
            "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS endless");

    @Autowired
    private Driver driver;

    @Autowired
    private ReadSessions sessions;

    @Autowired
    private GraphWriter writer;

    @Autowired
    private ExecutionGraphQlService graphQl;

    @Test
    void endsTheStatementInTheDatabaseToo() {
        var reader = new GraphReader(new AutoCommitReader(driver, sessions), limits("300ms"));
        var start = System.nanoTime();
        assertThatExceptionOfType(TimeLimitExceededException.class)
                .isThrownBy(() -> reader.one(ENDLESS, Map.of(), row -> row))
                .withMessageContaining("300 ms")
                .withMessageNotContaining("UNWIND");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(driver.executableQuery(
                                "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND' RETURN *")
                        .execute()
                        .records())
                .isEmpty();
    }

    /** On JDK 21 and later, controllers run on threads of their own. */
    @ParameterizedTest
    @ValueSource(strings = {"01-boston-in-race-to-zero", "05-secretariats", "12-timeline", "16-search-a-name"})
    void everyStatementOfARequestHasTheRequestsDeadline(String example) throws Exception {
        var deadline = RequestDeadline.in(Duration.ofMinutes(5));
        var document = Files.readString(Path.of("graphql/examples", example + ".graphql"));
        try (var log = new DeadlineLog()) {
            assertThat(run(document, deadline).getErrors()).isEmpty();
            assertThat(log.deadlines).isNotEmpty().allMatch(seen -> seen == deadline);
        }
    }

    @Test
    void nothingRunsAfterTheDeadline() {
        try (var log = new StatementLog()) {
            var response = run(
                    "{ cities { nodes { name memberships { nodes { id } } } } node(id: \"c40\") { id } }",
                    RequestDeadline.in(Duration.ZERO));
            assertThat(log.runs()).isEmpty();
            assertThat(response.<@Nullable Object>getData()).isNull();
            assertThat(response.getErrors()).singleElement().satisfies(error -> {
                assertThat(error.getMessage()).contains("0 ms", "smaller pages");
                assertThat(error.getExtensions())
                        .containsEntry("code", "TIME_LIMIT")
                        .containsEntry("limitName", "time")
                        .containsEntry("limit", 0L)
                        .containsKey("requested");
            });
        }
    }

    @Test
    @Tag("full") // waits for a deadline long enough for a busy machine to begin
    void eachResultOfASubscriptionHasItsOwnDeadline() {
        var deadline = RequestDeadline.in(Duration.ofSeconds(5));
        var response = run("subscription { graphChanged { version changedAt } }", deadline);
        Publisher<ExecutionResult> changes = response.getData();
        var next = Flux.from(Objects.requireNonNull(changes)).next().toFuture();
        await().until(deadline::isOver);
        writer.write(nothing -> null);
        assertThat(next)
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(change -> assertThat(change.getErrors()).isEmpty());
    }

    private ExecutionGraphQlResponse run(String document, RequestDeadline deadline) {
        var request = new DefaultExecutionGraphQlRequest(document, null, null, null, "test", Locale.ENGLISH);
        request.configureExecutionInput((input, builder) -> {
            input.getGraphQLContext().put(RequestDeadline.KEY, deadline);
            return input;
        });
        return Objects.requireNonNull(graphQl.execute(request).block());
    }

    private static RequestLimits limits(String time) {
        return new Binder(new MapConfigurationPropertySource(Map.of("throughline.limits.time", time)))
                .bindOrCreate("throughline.limits", RequestLimits.class);
    }

    /** Records under which deadline each statement runs. */
    private static final class DeadlineLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

        private final Queue<RequestDeadline> deadlines = new ConcurrentLinkedQueue<>();
        private final Logger logger = (Logger) LoggerFactory.getLogger(GraphReader.class);

        DeadlineLog() {
            start();
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent statement) {
            // the server looks for abandoned imports now and then, which belongs to no request
            if (!statement.getThreadName().equals("import-watch")) {
                deadlines.add(RequestDeadline.ofThisThread(Duration.ZERO));
            }
        }

        @Override
        public void close() {
            logger.detachAppender(this);
            logger.setAdditive(true);
            logger.setLevel(null);
        }
    }
}
