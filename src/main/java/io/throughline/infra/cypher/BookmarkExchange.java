package io.throughline.infra.cypher;

import java.util.Set;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.Driver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarksUpdatedEvent;

/**
 * Exchanges bookmarks between Spring Data Neo4j's transactions (writes) and the driver's sessions (reads), so that any
 * member of a cluster that answers has caught up with both.
 */
@Configuration(proxyBeanMethods = false)
class BookmarkExchange {

    private final BookmarkManager reads;
    private Set<Bookmark> written = Set.of();

    BookmarkExchange(Driver driver) {
        this.reads = driver.executableQueryBookmarkManager();
    }

    @Bean
    static Neo4jBookmarkManager bookmarksOfWrites(Driver driver) {
        return Neo4jBookmarkManager.create(driver.executableQueryBookmarkManager()::getBookmarks);
    }

    /** Called after each commit, before the writer continues. */
    @EventListener
    synchronized void passOn(Neo4jBookmarksUpdatedEvent commit) {
        reads.updateBookmarks(written, commit.getBookmarks());
        written = commit.getBookmarks();
    }
}
