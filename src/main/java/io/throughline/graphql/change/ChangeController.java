package io.throughline.graphql.change;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** The subscription in {@code graphql/change.graphqls}. */
@Controller
class ChangeController {

    private final GraphChanges changes;

    ChangeController(GraphChanges changes) {
        this.changes = changes;
    }

    @SubscriptionMapping
    Flux<GraphChange> graphChanged(@Argument @Nullable String sinceVersion) {
        return changes.since(sinceVersion);
    }
}
