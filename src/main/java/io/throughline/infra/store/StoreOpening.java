package io.throughline.infra.store;

import io.throughline.infra.start.StartPatience;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Prepares the database after all beans have been created and before the web server opens. */
@Component
class StoreOpening implements SmartLifecycle {

    private final ServerCheck server;
    private final @Nullable EmbeddedOpening embedded;
    private final GraphMigrator migrator;
    private final MigrationNote note;
    private final ApplicationEventPublisher events;
    private volatile boolean running;

    StoreOpening(
            ServerCheck server,
            ObjectProvider<EmbeddedOpening> embedded,
            GraphMigrator migrator,
            MigrationNote note,
            ApplicationEventPublisher events) {
        this.server = server;
        this.embedded = embedded.getIfAvailable();
        this.migrator = migrator;
        this.note = note;
        this.events = events;
    }

    @Override
    public void start() {
        if (embedded == null) {
            StartPatience.run(server::check);
            StartPatience.run(() -> migrator.migrate(false));
        } else {
            if (embedded.isNew()) {
                events.publishEvent(new NewStoreEvent());
            }
            embedded.await();
        }
        note.renew(GraphMigrator.newest());
        events.publishEvent(new StoreReadyEvent());
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which is among the last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
