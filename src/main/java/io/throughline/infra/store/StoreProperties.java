package io.throughline.infra.store;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the database is started and prepared.
 *
 * @param directory the data folder of the embedded database; unused when {@code spring.neo4j.uri} is set
 * @param bolt whether it can also be reached over Bolt from this machine, with a password that only this process knows; to measure
 *     what that costs
 * @param pageCache its page cache size in Neo4j's notation, e.g. {@code 64m}
 * @param migrationWait how long to wait for another server that migrates the same database
 */
@ConfigurationProperties("throughline.store")
record StoreProperties(
        @DefaultValue("./data") Path directory,
        @DefaultValue("false") boolean bolt,
        @DefaultValue("64m") String pageCache,
        @DefaultValue("60s") Duration migrationWait) {}
