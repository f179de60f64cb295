package io.throughline.graphql.websocket;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendResult;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends messages one after another. No thread waits while a caller is slow to take them. */
final class MessageOutbox {

    /**
     * A message to be sent.
     *
     * @param sent what to do once it is
     */
    private record Letter(String text, Runnable sent) {}

    private final RemoteEndpoint.Async remote;
    private final Runnable failed;
    private final Queue<Letter> letters = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean underWay;

    /**
     * An empty one.
     *
     * @param failed what to do when a message could not be sent
     */
    MessageOutbox(RemoteEndpoint.Async remote, Runnable failed) {
        this.remote = remote;
        this.failed = failed;
    }

    /** How many have not been sent yet. */
    int waiting() {
        return waiting.get();
    }

    void send(String text, Runnable sent) {
        waiting.incrementAndGet();
        letters.add(new Letter(text, sent));
        goOn();
    }

    /** Called from several threads and from within itself; one of them does the work of all. */
    private void goOn() {
        if (calls.getAndIncrement() > 0) {
            return;
        }
        do {
            var letter = underWay ? null : letters.poll();
            if (letter != null) {
                underWay = true;
                try {
                    remote.sendText(letter.text, result -> done(letter, result));
                } catch (IllegalStateException | IllegalArgumentException closed) {
                    failed.run();
                }
            }
        } while (calls.decrementAndGet() > 0);
    }

    private void done(Letter letter, SendResult result) {
        waiting.decrementAndGet();
        underWay = false;
        if (result.isOK()) {
            letter.sent.run();
            goOn();
        } else {
            failed.run();
        }
    }
}
