package io.throughline.graphql.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.throughline.infra.cypher.GraphVersion;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.cypher.TimeLimitExceededException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/** The cache alone; {@link CachedResponsesTests} has it with everything else. */
class ResponseCacheTests {

    private static final EntityTag TAG = new EntityTag("1");
    private static final int CALLERS = 100;

    private final GraphVersion graph = mock();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final AtomicInteger executions = new AtomicInteger();

    @BeforeEach
    void beginWithAVersion() {
        when(graph.read()).thenReturn("a");
    }

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void executesOnceForAllCallersWhoComeTogether() {
        var cache = cache(DataSize.ofMegabytes(1), DataSize.ofKilobytes(1));
        var mayEnd = new CountDownLatch(1);
        var lookups = IntStream.range(0, CALLERS)
                .mapToObj(caller -> supplyAsync(() -> get(cache, TAG, slow("x", mayEnd)), callers))
                .toList();
        await().untilAsserted(() -> assertThat(executions).hasValue(1));
        mayEnd.countDown();
        assertThat(lookups)
                .extracting(CompletableFuture::join)
                .allSatisfy(lookup -> assertThat(text(lookup)).isEqualTo("x"))
                .extracting(ResponseCache.Lookup::status)
                .containsOnlyOnce(CacheStatus.STORED)
                .containsAnyOf(CacheStatus.COLLAPSED, CacheStatus.HIT)
                .doesNotContain(CacheStatus.MISS, CacheStatus.UNSHARED);
        assertThat(executions).hasValue(1);
        assertThat(get(cache, TAG, () -> response("y")).status()).isEqualTo(CacheStatus.HIT);
    }

    @Test
    void whoeverWaitsForAFailureExecutesOnTheirOwn() {
        var cache = cache(DataSize.ofMegabytes(1), DataSize.ofKilobytes(1));
        var mayFail = new CountDownLatch(1);
        Supplier<ComputedResponse> failing = slow("x", mayFail);
        var first = supplyAsync(
                () -> get(cache, TAG, () -> {
                    throw new IllegalStateException("failed after " + failing.get());
                }),
                callers);
        await().untilAsserted(() -> assertThat(executions).hasValue(1));
        var second = waiting(() -> get(cache, TAG, () -> response("y")));
        mayFail.countDown();
        assertThat(second.join().status()).isEqualTo(CacheStatus.UNSHARED);
        assertThat(text(second.join())).isEqualTo("y");
        assertThat(first).failsWithin(Duration.ofSeconds(60));
        assertThat(get(cache, TAG, () -> response("z")).status()).isEqualTo(CacheStatus.STORED);
    }

    @Test
    void whoeverWaitsKeepsTheirOwnDeadline() {
        var cache = cache(DataSize.ofMegabytes(1), DataSize.ofKilobytes(1));
        var mayEnd = new CountDownLatch(1);
        var first = supplyAsync(() -> get(cache, TAG, slow("x", mayEnd)), callers);
        await().untilAsserted(() -> assertThat(executions).hasValue(1));
        assertThatExceptionOfType(TimeLimitExceededException.class)
                .isThrownBy(() ->
                        cache.get(TAG, "a", false, RequestDeadline.in(Duration.ofMillis(50)), () -> response("y")))
                .satisfies(problem -> assertThat(problem.limit()).isEqualTo(Duration.ofMillis(50)));
        mayEnd.countDown();
        assertThat(first.join().status()).isEqualTo(CacheStatus.STORED);
    }

    @Test
    void anIncompleteResponseIsNeitherStoredNorShared() {
        var cache = cache(DataSize.ofMegabytes(1), DataSize.ofKilobytes(1));
        Supplier<ComputedResponse> withErrors =
                () -> new ComputedResponse(HttpStatus.OK, ResponseBody.of("x".getBytes(UTF_8), false), false);
        assertThat(get(cache, TAG, withErrors).status()).isEqualTo(CacheStatus.MISS);
        assertThat(get(cache, TAG, withErrors).status()).isEqualTo(CacheStatus.MISS);
    }

    @Test
    void aResponseIsSharedButNotStoredIfTheGraphChangesMeanwhile() {
        var cache = cache(DataSize.ofMegabytes(1), DataSize.ofKilobytes(1));
        var mayEnd = new CountDownLatch(1);
        var first = supplyAsync(() -> get(cache, TAG, slow("x", mayEnd)), callers);
        await().untilAsserted(() -> assertThat(executions).hasValue(1));
        var second = waiting(() -> get(cache, TAG, () -> response("y")));
        when(graph.read()).thenReturn("b");
        mayEnd.countDown();
        assertThat(first.join().status()).isEqualTo(CacheStatus.MISS);
        assertThat(second.join().status()).isEqualTo(CacheStatus.COLLAPSED);
        assertThat(text(second.join())).isEqualTo("x");
        assertThat(get(cache, TAG, () -> response("z")).status()).isNotEqualTo(CacheStatus.HIT);
    }

    @Test
    void anUnknownVersionAfterwardsCostsOnlyTheEntry() {
        var cache = cache(DataSize.ofMegabytes(1), DataSize.ofKilobytes(1));
        when(graph.read()).thenThrow(new IllegalStateException("the database is gone"));
        var lookup = get(cache, TAG, () -> response("x"));
        assertThat(text(lookup)).isEqualTo("x");
        assertThat(lookup.status()).isEqualTo(CacheStatus.MISS);
    }

    @Test
    void aNewVersionForgetsTheEntriesOfTheLast() {
        var cache = cache(DataSize.ofMegabytes(1), DataSize.ofKilobytes(1));
        get(cache, TAG, () -> response("x"));
        assertThat(cache.weight()).isEqualTo(ResponseCache.OVERHEAD + 1L);
        when(graph.read()).thenReturn("b");
        cache.get(new EntityTag("2"), "b", false, deadline(), () -> response("yy"));
        assertThat(cache.weight()).isEqualTo(ResponseCache.OVERHEAD + 2L);
    }

    @Test
    void aResponseThatIsTooLargeIsNotStored() {
        var cache = cache(DataSize.ofMegabytes(1), DataSize.ofBytes(10));
        assertThat(get(cache, TAG, () -> response("12345678901")).status()).isEqualTo(CacheStatus.MISS);
        assertThat(get(cache, TAG, () -> response("1234567890")).status()).isEqualTo(CacheStatus.STORED);
        assertThat(cache.weight()).isEqualTo(ResponseCache.OVERHEAD + 10L);
    }

    @Test
    void allResponsesTogetherAreWithinTheLimit() {
        var cache = cache(DataSize.ofKilobytes(64), DataSize.ofKilobytes(16));
        for (var request = 0; request < 1_000; request++) {
            var body = "x".repeat(request * 10);
            get(cache, new EntityTag("tag-" + request), () -> response(body));
        }
        assertThat(cache.weight()).isBetween(20L * 1024, 64L * 1024);
    }

    @Test
    void eachCallerGetsTheFormTheyAcceptFromOneExecution() {
        for (var gzipFirst : List.of(true, false)) {
            executions.set(0);
            var cache = cache(DataSize.ofMegabytes(1), DataSize.ofKilobytes(16));
            var text = "abcdefgh".repeat(1_000);
            Supplier<ComputedResponse> execution = () -> {
                executions.incrementAndGet();
                return new ComputedResponse(HttpStatus.OK, ResponseBody.of(text.getBytes(UTF_8), gzipFirst), true);
            };
            var first = cache.get(TAG, "a", gzipFirst, deadline(), execution);
            var alone = cache.weight();
            var second = cache.get(TAG, "a", !gzipFirst, deadline(), execution);
            var both = cache.weight();
            assertThat(first.response().body().isCompressed(gzipFirst)).isEqualTo(gzipFirst);
            assertThat(second.response().body().isCompressed(!gzipFirst)).isEqualTo(!gzipFirst);
            assertThat(text(gzipFirst ? second : first)).isEqualTo(text);
            assertThat(both).isGreaterThan(alone).isGreaterThan(8_000);
            assertThat(alone > 8_000).isNotEqualTo(gzipFirst);
            var third = cache.get(TAG, "a", !gzipFirst, deadline(), execution);
            assertThat(third.response().body()).isSameAs(second.response().body());
            assertThat(executions).hasValue(1);
        }
    }

    private ResponseCache cache(DataSize size, DataSize largest) {
        return new ResponseCache(graph, new ResponseCacheSettings(size, largest));
    }

    private static ResponseCache.Lookup get(ResponseCache cache, EntityTag tag, Supplier<ComputedResponse> execution) {
        return cache.get(tag, "a", false, deadline(), execution);
    }

    /** A lookup that has begun to wait for the response of another. */
    private static CompletableFuture<ResponseCache.Lookup> waiting(Supplier<ResponseCache.Lookup> lookup) {
        var response = new CompletableFuture<ResponseCache.Lookup>();
        var caller = new Thread(() -> response.completeAsync(lookup, Runnable::run));
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
        return response;
    }

    private static RequestDeadline deadline() {
        return RequestDeadline.in(Duration.ofSeconds(60));
    }

    private Supplier<ComputedResponse> slow(String text, CountDownLatch mayEnd) {
        return () -> {
            executions.incrementAndGet();
            try {
                assertThat(mayEnd.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return response(text);
        };
    }

    private static ComputedResponse response(String text) {
        return new ComputedResponse(HttpStatus.OK, ResponseBody.of(text.getBytes(UTF_8), false), true);
    }

    private static String text(ResponseCache.Lookup lookup) {
        return new String(lookup.response().body().bytes(false), UTF_8);
    }
}
