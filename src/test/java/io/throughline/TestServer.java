package io.throughline;

import java.util.Map;
import java.util.function.Consumer;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;

/**
 * A server provided for the tests. They empty its database before and after, but only if it was empty when they
 * first came: then they leave a mark in it, which goes away with all else when they end.
 */
record TestServer(String uri, String password) {

    private static final String MARK = "ThroughlineTests";

    void empty() {
        use(session -> {
            if (!isEmpty(session) && !isMarked(session)) {
                throw new IllegalStateException(
                        "The database at %s is not empty, and these tests delete everything. Give them an empty one."
                                .formatted(uri));
            }
            clear(session);
            session.run("CREATE (:" + MARK + ")").consume();
        });
    }

    void leave() {
        use(TestServer::clear);
    }

    private static boolean isEmpty(Session session) {
        return count(session, "MATCH (anything) RETURN count(anything)") == 0
                && count(session, "SHOW CONSTRAINTS YIELD name RETURN count(name)") == 0;
    }

    private static boolean isMarked(Session session) {
        return count(session, "MATCH (mark:" + MARK + ") RETURN count(mark)") > 0;
    }

    private static void clear(Session session) {
        session.run("MATCH (anything) CALL (anything) { DETACH DELETE anything } IN TRANSACTIONS")
                .consume();
        drop(session, "CONSTRAINT", "SHOW CONSTRAINTS YIELD name RETURN name");
        drop(session, "INDEX", "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name");
    }

    private static void drop(Session session, String kind, String names) {
        session.run(names)
                .list(row -> row.get("name").asString())
                .forEach(name -> session.run("DROP " + kind + " $name", Map.of("name", name))
                        .consume());
    }

    private static int count(Session session, String statement) {
        return session.run(statement).single().get(0).asInt();
    }

    private void use(Consumer<Session> work) {
        try (var driver = GraphDatabase.driver(uri, AuthTokens.basic("neo4j", password));
                var session = driver.session(SessionConfig.forDatabase("neo4j"))) {
            work.accept(session);
        }
    }
}
