package io.throughline.infra.cypher;

import org.neo4j.driver.Config;
import org.neo4j.driver.Logging;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets the driver log by SLF4J. What it logs by of itself, {@link System.Logger}, renders every message with all its
 * parameters before it is known whether anybody reads it: for a batch of an import that is some hundred thousand values.
 */
@Component
final class DriverLogging implements ConfigBuilderCustomizer {

    @Override
    @SuppressWarnings("deprecation") // in favour of System.Logger, which is what renders
    public void customize(Config.ConfigBuilder builder) {
        builder.withLogging(Logging.slf4j());
    }
}
