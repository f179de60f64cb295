package io.throughline.infra.store;

import java.net.URI;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.kernel.internal.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts Neo4j in this process and points the driver at it, unless {@code spring.neo4j.uri} names a server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.neo4j.uri", matchIfMissing = true, havingValue = "embedded")
class EmbeddedStore {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedStore.class);

    @Bean
    EmbeddedNeo4j embeddedNeo4j(StoreProperties store) {
        log.info("Starting Neo4j {} in this process, data in {}", Version.getNeo4jVersion(), store.directory());
        try {
            return EmbeddedNeo4j.open(store.directory(), store.boltPort(), store.pageCache());
        } catch (RuntimeException e) {
            throw EmbeddedFailure.of(e, store.directory());
        }
    }

    @Bean
    Neo4jConnectionDetails embeddedConnection(EmbeddedNeo4j neo4j) {
        return new Neo4jConnectionDetails() {
            @Override
            public URI getUri() {
                return URI.create("bolt://127.0.0.1:" + neo4j.port());
            }

            @Override
            public AuthToken getAuthToken() {
                return AuthTokens.basic(EmbeddedNeo4j.USER, neo4j.password());
            }
        };
    }
}
