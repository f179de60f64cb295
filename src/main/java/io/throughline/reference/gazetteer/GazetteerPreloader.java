package io.throughline.reference.gazetteer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the gazetteer as soon as a server is ready: a request that had to wait for it could time out. */
@Component
@ConditionalOnWebApplication
class GazetteerPreloader {

    private final Gazetteer gazetteer;

    GazetteerPreloader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void preload() {
        gazetteer.preload();
    }
}
