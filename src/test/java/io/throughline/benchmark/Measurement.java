package io.throughline.benchmark;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Measures queries, alternating between GraphQL and Bolt, first for a single caller and then for many at once. */
final class Measurement {

    private static final int CALLERS = 16;
    private static final int MAX_TURNS = 300;
    private static final double MAX_SECONDS = 10;
    private static final int SLICES = 3;
    private static final double SECONDS_PER_SLICE = 1;

    /**
     * Queries that take a single caller longer, in milliseconds, are not measured for many: they would wait for
     * minutes.
     */
    private static final double TOO_SLOW_FOR_MANY = 1_000;

    private final Callers callers;
    private final AtomicInteger turns = new AtomicInteger();

    Measurement(Callers callers) {
        this.callers = callers;
    }

    /** Runs each query both ways for this many seconds. */
    void warmUp(List<Question> questions, double seconds) {
        for (var question : questions) {
            var end = end(seconds);
            while (System.nanoTime() < end) {
                callers.graphQl(question, turns.get());
                callers.bolt(question, turns.getAndIncrement());
            }
        }
    }

    /** Measures a query; through GraphQL only if it is answered. */
    Result of(Question question, Answering answering) throws InterruptedException {
        var answered = answering == Answering.YES;
        IntConsumer graphQl = answered ? turn -> callers.graphQl(question, turn) : turn -> {};
        IntConsumer bolt = turn -> callers.bolt(question, turn);
        var oneGraphQl = new Times();
        var oneBolt = new Times();
        var end = end(MAX_SECONDS);
        for (var turn = 0; turn < MAX_TURNS && System.nanoTime() < end; turn++) {
            // the second of the two finds the store's pages in memory
            if (turn % 2 == 0) {
                time(graphQl, turn, oneGraphQl);
                time(bolt, turn, oneBolt);
            } else {
                time(bolt, turn, oneBolt);
                time(graphQl, turn, oneGraphQl);
            }
        }
        var many = answered && oneGraphQl.percentile(50) < TOO_SLOW_FOR_MANY;
        var manyOverBolt = oneBolt.percentile(50) < TOO_SLOW_FOR_MANY;
        var manyGraphQl = new Times();
        var manyBolt = new Times();
        var seconds = new double[2];
        for (var slice = 0; slice < SLICES; slice++) {
            seconds[0] += many ? many(graphQl, manyGraphQl) : 0;
            seconds[1] += manyOverBolt ? many(bolt, manyBolt) : 0;
        }
        return new Result(
                question.name(),
                answered ? oneGraphQl.percentile(50) : answering.noTime(),
                answered ? oneGraphQl.percentile(99) : answering.noTime(),
                oneBolt.percentile(50),
                oneBolt.percentile(99),
                many ? manyGraphQl.count() / seconds[0] : answering == Answering.NOT_YET ? Double.NaN : 0,
                manyOverBolt ? manyBolt.count() / seconds[1] : Double.NaN,
                manyGraphQl.percentile(99),
                manyBolt.percentile(99));
    }

    /**
     * Runs many callers for a while; returns for how many seconds, which is longer than planned if responses are slow.
     */
    private double many(IntConsumer query, Times times) throws InterruptedException {
        var start = System.nanoTime();
        var end = end(SECONDS_PER_SLICE);
        IntFunction<Callable<Times>> caller = number -> () -> {
            var own = new Times();
            while (System.nanoTime() < end) {
                time(query, turns.getAndIncrement(), own);
            }
            return own;
        };
        ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
        try {
            for (var own : pool.invokeAll(Stream.iterate(0, number -> number + 1)
                    .limit(CALLERS)
                    .map(caller::apply)
                    .toList())) {
                times.addAll(own.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdown();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void time(IntConsumer query, int turn, Times times) {
        var start = System.nanoTime();
        query.accept(turn);
        times.add(System.nanoTime() - start);
    }

    private static long end(double seconds) {
        return System.nanoTime() + (long) (seconds * 1e9);
    }
}
