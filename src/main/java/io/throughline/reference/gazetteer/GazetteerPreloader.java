package io.throughline.reference.gazetteer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has a server read the gazetteer before anybody asks: a request that had to wait for it could run out of time. */
@Component
@ConditionalOnWebApplication
class GazetteerPreloader {

    private final Gazetteer gazetteer;

    GazetteerPreloader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void read() {
        gazetteer.readAhead();
    }
}
