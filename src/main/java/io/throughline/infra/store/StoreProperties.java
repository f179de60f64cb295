package io.throughline.infra.store;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the database is started and prepared.
 *
 * @param directory the data folder of the embedded database; unused when {@code spring.neo4j.uri} is set
 * @param boltPort its port on the loopback address; 0 for any free port
 * @param pageCache its page cache size in Neo4j's notation, e.g. {@code 64m}
 * @param migrationWait how long to wait for another server that migrates the same database
 */
@ConfigurationProperties("throughline.store")
record StoreProperties(
        @DefaultValue("./data") Path directory,
        @DefaultValue("0") int boltPort,
        @DefaultValue("64m") String pageCache,
        @DefaultValue("60s") Duration migrationWait) {}
