package io.throughline.infra.store;

import io.throughline.infra.embedded.EmbeddedDriver;
import org.neo4j.driver.Driver;
import org.neo4j.kernel.internal.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.neo4j.autoconfigure.Neo4jProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts Neo4j in this process with a driver for it, unless {@code spring.neo4j.uri} names a server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.neo4j.uri", matchIfMissing = true, havingValue = "embedded")
class EmbeddedStore {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedStore.class);

    @Bean
    EmbeddedOpening embeddedOpening(StoreProperties store, Neo4jProperties properties) {
        log.info("Starting Neo4j {} in this process, data in {}", Version.getNeo4jVersion(), store.directory());
        return EmbeddedOpening.start(store, properties.getMaxTransactionRetryTime());
    }

    /** In place of Spring Boot's, which would connect over a network. */
    @Bean
    Driver embeddedDriver(EmbeddedOpening opening, Neo4jProperties properties) {
        return new EmbeddedDriver(() -> opening.await().database(), properties.getMaxTransactionRetryTime());
    }
}
