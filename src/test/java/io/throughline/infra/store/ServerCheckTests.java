package io.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.throughline.infra.start.StartFailureException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;

class ServerCheckTests {

    private static final Neo4jConnectionDetails SERVER = new Neo4jConnectionDetails() {
        @Override
        public URI getUri() {
            return URI.create("neo4j://db:7687");
        }
    };

    private final ServerCheck check = new ServerCheck(
            mock(Driver.class), SERVER, DatabaseSelectionProvider.createStaticDatabaseSelectionProvider("neo4j"));

    @ParameterizedTest
    @ValueSource(strings = {"5.26.0", "5.26.30", "5.27.0-2025010", "2025.01.0", "2026.08.1"})
    void acceptsVersions(String version) {
        assertThatCode(() -> check.failIfOld(version)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.25.1", "4.4.40", "5.3"})
    void refusesOlderVersions(String version) {
        assertThatThrownBy(() -> check.failIfOld(version))
                .isInstanceOf(StartFailureException.class)
                .hasMessage("The server at neo4j://db:7687 runs Neo4j %s. Use Neo4j 5.26 or newer.", version);
    }

    @Test
    void explainsWhatToCheck() {
        assertThat(check.explain(new AuthenticationException("Neo.ClientError.Security.Unauthorized", "no")))
                .hasMessageContaining("does not accept the user name or the password");
        assertThat(check.explain(new SecurityException("Neo.ClientError.Security.CredentialsExpired", "Expired.")))
                .hasMessageContaining("refused the connection: Expired.");
        assertThat(check.explain(new ServiceUnavailableException("Connection refused")))
                .hasMessageContaining("cannot be reached. Check that it is running");
        assertThat(check.explain(
                        new ClientException("Neo.ClientError.Database.DatabaseNotFound", "Not found: x\nmore")))
                .hasMessageContaining("cannot be used: Not found: x. Start");
    }
}
