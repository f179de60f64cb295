package io.throughline.infra.embedded;

import io.throughline.infra.cypher.TransactionRetries;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.BaseSession;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.BookmarkManagerConfig;
import org.neo4j.driver.BookmarkManagers;
import org.neo4j.driver.Driver;
import org.neo4j.driver.ExecutableQuery;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * A driver that runs statements in this process, in the thread of the caller, instead of sending them over a network. All that
 * works with a driver works with it: rows, types, deadlines, retries, and errors with their codes are the same as over Bolt. It
 * has only blocking sessions, and no bookmarks, as every session sees all that was committed.
 */
public final class EmbeddedDriver implements Driver {

    private final SingletonSupplier<EmbeddedDatabase> database;
    private final RetryTemplate attempts;
    private final BookmarkManager bookmarks =
            BookmarkManagers.defaultManager(BookmarkManagerConfig.builder().build());

    /**
     * A driver for a database that the caller opens, and closes after the driver was last used.
     *
     * @param database called when the driver is first used
     * @param maxRetryTime of the delays between attempts of a managed transaction
     */
    public EmbeddedDriver(Supplier<GraphDatabaseAPI> database, Duration maxRetryTime) {
        this.attempts = TransactionRetries.within(maxRetryTime, TransactionRetries::isTransient);
        this.database = SingletonSupplier.of(() -> new EmbeddedDatabase(database.get()));
    }

    @Override
    public ExecutableQuery executableQuery(String statement) {
        return EmbeddedQuery.of(this, statement);
    }

    @Override
    public BookmarkManager executableQueryBookmarkManager() {
        return bookmarks;
    }

    @Override
    public <T extends BaseSession> T session(Class<T> type, SessionConfig config, @Nullable AuthToken token) {
        if (!type.isAssignableFrom(Session.class)) {
            throw new UnsupportedOperationException("A database in this process has only blocking sessions");
        }
        var opened = database.obtain();
        config.database().filter(name -> !name.equals(opened.name())).ifPresent(name -> {
            throw new ClientException(
                    "Neo.ClientError.Database.DatabaseNotFound",
                    "There is no database '%s'; the only one is '%s'".formatted(name, opened.name()));
        });
        return type.cast(new EmbeddedSession(opened, config.defaultAccessMode(), attempts));
    }

    @Override
    public void verifyConnectivity() {
        if (!database.obtain().isAvailable()) {
            throw new ServiceUnavailableException("The database in this process is not available");
        }
    }

    @Override
    public CompletionStage<Void> verifyConnectivityAsync() {
        return CompletableFuture.runAsync(this::verifyConnectivity);
    }

    @Override
    public boolean verifyAuthentication(AuthToken token) {
        return true;
    }

    @Override
    public boolean supportsSessionAuth() {
        return false;
    }

    @Override
    public boolean supportsMultiDb() {
        return false;
    }

    @Override
    public CompletionStage<Boolean> supportsMultiDbAsync() {
        return CompletableFuture.completedFuture(false);
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    /** Does nothing: there are no connections to close. */
    @Override
    public void close() {}

    @Override
    public CompletionStage<Void> closeAsync() {
        return CompletableFuture.completedFuture(null);
    }
}
