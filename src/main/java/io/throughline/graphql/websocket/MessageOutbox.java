package io.throughline.graphql.websocket;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendResult;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends messages one after another without blocking a thread while a caller reads slowly. */
final class MessageOutbox {

    /**
     * A message to send.
     *
     * @param onSent called once it is sent
     */
    private record Message(String text, Runnable onSent) {}

    private final RemoteEndpoint.Async remote;
    private final Runnable onFailure;
    private final Queue<Message> messages = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger pendingCalls = new AtomicInteger();
    private volatile boolean sending;

    /**
     * Creates an empty outbox.
     *
     * @param onFailure called when a message cannot be sent
     */
    MessageOutbox(RemoteEndpoint.Async remote, Runnable onFailure) {
        this.remote = remote;
        this.onFailure = onFailure;
    }

    /** The number of messages not sent yet. */
    int waiting() {
        return waiting.get();
    }

    void send(String text, Runnable onSent) {
        waiting.incrementAndGet();
        messages.add(new Message(text, onSent));
        sendNext();
    }

    /** Called from several threads and recursively; only one call does the work for all of them. */
    private void sendNext() {
        if (pendingCalls.getAndIncrement() > 0) {
            return;
        }
        do {
            var message = sending ? null : messages.poll();
            if (message != null) {
                sending = true;
                try {
                    remote.sendText(message.text, result -> done(message, result));
                } catch (IllegalStateException | IllegalArgumentException closed) {
                    onFailure.run();
                }
            }
        } while (pendingCalls.decrementAndGet() > 0);
    }

    private void done(Message message, SendResult result) {
        waiting.decrementAndGet();
        sending = false;
        if (result.isOK()) {
            message.onSent.run();
            sendNext();
        } else {
            onFailure.run();
        }
    }
}
