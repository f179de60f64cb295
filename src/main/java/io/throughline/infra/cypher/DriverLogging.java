package io.throughline.infra.cypher;

import org.neo4j.driver.Config;
import org.neo4j.driver.Logging;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.stereotype.Component;

/**
 * Makes the driver log through SLF4J. Its default, {@link System.Logger}, renders every message with all parameters before it
 * is known whether the message is logged: for one batch of an import that is some hundred thousand values.
 */
@Component
final class DriverLogging implements ConfigBuilderCustomizer {

    @Override
    @SuppressWarnings("deprecation") // deprecated in favour of System.Logger, which renders eagerly
    public void customize(Config.ConfigBuilder builder) {
        builder.withLogging(Logging.slf4j());
    }
}
