package io.throughline.infra.store;

import io.throughline.infra.start.StartFailureException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.RoutingControl;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.stereotype.Component;

/** Checks whether the server at {@code spring.neo4j.uri} can be used, and explains in one line why not. */
@Component
class ServerCheck {

    private static final Logger log = LoggerFactory.getLogger(ServerCheck.class);
    private static final Pattern VERSION = Pattern.compile("^(\\d+)\\.(\\d+)");

    private final Driver driver;
    private final URI uri;
    private final String database;

    ServerCheck(Driver driver, Neo4jConnectionDetails connection, DatabaseSelectionProvider selection) {
        this.driver = driver;
        this.uri = connection.getUri();
        this.database = Objects.requireNonNull(selection.getDatabaseSelection().getValue());
    }

    void check() {
        try {
            driver.verifyConnectivity(); // unlike a query, this does not retry for half a minute
            var version = driver.executableQuery(
                            "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]")
                    .withConfig(QueryConfig.builder()
                            .withRouting(RoutingControl.READ)
                            .withDatabase(database)
                            .build())
                    .execute()
                    .records()
                    .get(0)
                    .get(0)
                    .asString();
            failIfOld(version);
            log.info("Using Neo4j {} at {}", version, uri);
        } catch (Neo4jException e) {
            throw explain(e);
        }
    }

    void failIfOld(String version) {
        var numbers = VERSION.matcher(version);
        if (numbers.find() && isOld(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)))) {
            throw new StartFailureException(
                    "The server at %s runs Neo4j %s.".formatted(uri, version), "Use Neo4j 5.26 or newer.");
        }
    }

    private static boolean isOld(int major, int minor) {
        return major < 5 || major == 5 && minor < 26;
    }

    StartFailureException explain(Neo4jException e) {
        if (e instanceof AuthenticationException) {
            return new StartFailureException(
                    "Neo4j at %s does not accept the user name or the password.".formatted(uri),
                    "Check spring.neo4j.authentication.username and .password (environment variables"
                            + " SPRING_NEO4J_AUTHENTICATION_USERNAME and _PASSWORD).",
                    e);
        }
        if (e instanceof SecurityException) {
            return new StartFailureException(
                    "Neo4j at %s refused the connection: %s.".formatted(uri, oneLine(e)),
                    "Check the user's state and the URI's scheme (neo4j+s:// if the server requires TLS).",
                    e);
        }
        if (e instanceof ServiceUnavailableException || e.getCause() instanceof UnknownHostException) {
            return new StartFailureException(
                    "Neo4j at %s cannot be reached.".formatted(uri),
                    "Check that it is running and that spring.neo4j.uri is its Bolt address, or remove that setting to use"
                            + " the built-in database.",
                    e);
        }
        return new StartFailureException(
                "Neo4j at %s cannot be used: %s.".formatted(uri, oneLine(e)),
                "Start again with --debug to see the details.",
                e);
    }

    private static String oneLine(Neo4jException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("\\.$", "");
    }
}
