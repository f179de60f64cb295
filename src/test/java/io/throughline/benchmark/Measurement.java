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

/** Asks questions in turns, once by GraphQL and once over Bolt, first for one caller and then for many at once. */
final class Measurement {

    private static final int CALLERS = 16;
    private static final int MOST_TURNS = 300;
    private static final double MOST_SECONDS = 10;
    private static final int SLICES = 3;
    private static final double SECONDS_A_SLICE = 1;

    /** What takes one caller longer is not asked by many, in milliseconds: they would wait for minutes. */
    private static final double TOO_SLOW_FOR_MANY = 1_000;

    private final Callers callers;
    private final AtomicInteger turns = new AtomicInteger();

    Measurement(Callers callers) {
        this.callers = callers;
    }

    /** Asks each question for so many seconds, in both ways. */
    void warmUp(List<Question> questions, double seconds) {
        for (var question : questions) {
            var end = end(seconds);
            while (System.nanoTime() < end) {
                callers.graphQl(question, turns.get());
                callers.bolt(question, turns.getAndIncrement());
            }
        }
    }

    /** Measures a question; by GraphQL only if that answers it. */
    Result of(Question question, Answering answering) throws InterruptedException {
        var answered = answering == Answering.YES;
        IntConsumer graphQl = answered ? turn -> callers.graphQl(question, turn) : turn -> {};
        IntConsumer bolt = turn -> callers.bolt(question, turn);
        var oneGraphQl = new Times();
        var oneBolt = new Times();
        var end = end(MOST_SECONDS);
        for (var turn = 0; turn < MOST_TURNS && System.nanoTime() < end; turn++) {
            // who comes second finds the pages of the store in memory
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

    /** Many callers for a while; says for how many seconds, which is longer than asked for when answers are slow. */
    private double many(IntConsumer ask, Times times) throws InterruptedException {
        var begun = System.nanoTime();
        var end = end(SECONDS_A_SLICE);
        IntFunction<Callable<Times>> caller = number -> () -> {
            var own = new Times();
            while (System.nanoTime() < end) {
                time(ask, turns.getAndIncrement(), own);
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
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void time(IntConsumer ask, int turn, Times times) {
        var begun = System.nanoTime();
        ask.accept(turn);
        times.add(System.nanoTime() - begun);
    }

    private static long end(double seconds) {
        return System.nanoTime() + (long) (seconds * 1e9);
    }
}
