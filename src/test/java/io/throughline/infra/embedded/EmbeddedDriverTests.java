package io.throughline.infra.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.throughline.infra.cypher.TransactionRetries;
import io.throughline.infra.store.BoltStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.RoutingControl;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ResultConsumedException;
import org.neo4j.driver.exceptions.TransactionTerminatedException;
import org.neo4j.driver.exceptions.TransientException;
import org.neo4j.io.ByteUnit;

/** Runs the same on one database through both drivers: over Bolt and in this process. */
class EmbeddedDriverTests {

    private static final SessionConfig READ =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

    @TempDir
    private static Path folder;

    private static BoltStore store;
    private static Driver bolt;
    private static Driver embedded;

    @BeforeAll
    static void open() {
        store = BoltStore.open(folder);
        bolt = store.driver();
        embedded = new EmbeddedDriver(store::database, Duration.ofSeconds(10));
    }

    @AfterAll
    static void close() {
        bolt.close();
        store.close();
    }

    @BeforeEach
    void empty() {
        bolt.executableQuery("MATCH (node) DETACH DELETE node").execute();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN 1 AS int, 1.5 AS float, 'a' AS text, true AS bool, null AS nothing",
                "RETURN [1, [2, null], 'x'] AS list, {a: 1, b: {c: [1.0]}} AS map, [] AS none, {} AS empty",
                "RETURN date('2021-03-01') AS date, localtime('10:00:01') AS localtime, time('10:00+01:00') AS time",
                "RETURN localdatetime('2021-03-01T10:00:00.000000001') AS local, datetime('2021-03-01T10:00:00Z') AS utc",
                "RETURN datetime('2021-03-01T10:00:00[Europe/Berlin]') AS zone, datetime('2021-03-01T10:00:00+02:00') AS offset",
                "RETURN duration('P1Y2M3DT4H5M6.7S') AS duration, duration('PT-1.5S') AS negative",
                "RETURN point({longitude: 1.5, latitude: -2}) AS earth, point({x: 1, y: 2, z: 3}) AS space",
                "MATCH (a:A) RETURN a, labels(a), properties(a), keys(a), [a] AS list, {a: a} AS map",
                "MATCH (:A)-[link]->(:B) RETURN link, type(link), startNode(link) AS start",
                "MATCH path = (:A)-[]->(:B)<-[]-(:C) RETURN path, nodes(path), relationships(path)",
                "MATCH (nobody:Nobody) RETURN nobody",
                "OPTIONAL MATCH (nobody:Nobody) RETURN nobody, count(*) AS one",
                "UNWIND range(1, 2500) AS n RETURN n, toString(n) AS text"
            })
    void returnsTheSameRows(String statement) {
        embedded.executableQuery("CREATE (:A:Z {texts: ['x', 'y'], ints: [1, 2], floats: [1.5], flags: [true], day:"
                        + " date('2020-01-01'), days: [date('2020-01-01')], at: point({x: 1, y: 2}), long:"
                        + " 'a text too long to be stored in the record of its property, so it is stored elsewhere'})"
                        + "-[:TO {since: 2020}]->(:B)<-[:FROM]-(:C)")
                .execute();
        for (var mode : AccessMode.values()) {
            var config = SessionConfig.builder().withDefaultAccessMode(mode).build();
            try (var remote = bolt.session(config);
                    var local = embedded.session(config)) {
                var expected = remote.run(statement);
                var actual = local.run(statement);
                assertThat(actual.keys()).isEqualTo(expected.keys());
                var records = actual.list();
                assertThat(records).isEqualTo(expected.list());
                assertThat(records.stream().map(Record::asMap).map(EmbeddedDriverTests::shown))
                        .isEqualTo(remote.run(statement).list(Record::asMap).stream()
                                .map(EmbeddedDriverTests::shown)
                                .toList());
            }
        }
    }

    /** Shows nodes with their contents, as two are equal if only their ids are. */
    private static String shown(Map<String, Object> row) {
        var shown = new LinkedHashMap<String, Object>(row);
        shown.replaceAll((key, value) -> value instanceof org.neo4j.driver.types.Entity entity
                ? entity.elementId() + entity.asMap().keySet().stream().sorted().toList()
                : value instanceof Object[] array ? Arrays.asList(array) : value);
        return shown.toString();
    }

    @Test
    void takesTheSameParameters() {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("text", "ä 日本");
        parameters.put("int", 1);
        parameters.put("long", 2L);
        parameters.put("float", 1.5f);
        parameters.put("nothing", null);
        parameters.put("list", Arrays.asList(1, null, List.of("x")));
        parameters.put("set", Set.of("only"));
        parameters.put("array", new String[] {"a", "b"});
        parameters.put("bytes", new byte[] {1, 2});
        parameters.put("map", Map.of("point", Values.point(4326, 1, 2), "day", LocalDate.of(2020, 2, 29)));
        parameters.put("moment", ZonedDateTime.of(2020, 2, 29, 1, 2, 3, 4, ZoneId.of("Europe/Berlin")));
        parameters.put("offset", OffsetTime.parse("10:00+01:00"));
        parameters.put("time", LocalTime.NOON);
        parameters.put("period", Period.of(1, 2, 3));
        parameters.put("duration", Duration.ofMillis(1500));
        parameters.put("value", Values.value(List.of(1, 2)));
        parameters.put("empty", Map.of());
        var statement =
                "RETURN $text, $int, $long, $float, $nothing, $list, $set, $array, $bytes, $map, $moment, $offset,"
                        + " $time, $period, $duration, $value, $empty";
        try (var remote = bolt.session();
                var local = embedded.session()) {
            assertThat(local.run(statement, parameters).single())
                    .isEqualTo(remote.run(statement, parameters).single());
            assertThat(local.run(statement, Values.value(parameters)).single())
                    .isEqualTo(remote.run(statement, parameters).single());
            assertThatThrownBy(() -> local.run("RETURN $x", Map.of("x", new Object())))
                    .isInstanceOf(ClientException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RETURN",
                "RETURN $missing",
                "MATCH (a) RETURN b",
                "CALL no.such.procedure()",
                "RETURN 1 / 0",
                "UNWIND [1, 1] AS id CREATE (:Unique {id: id})",
                "UNWIND range(1, 3000) AS n RETURN 1 / (2000 - n)",
                "CREATE (a)-[:TO]->(b) DELETE a",
                "RETURN duration('no duration')"
            })
    void reportsTheSameFaults(String statement) {
        embedded.executableQuery("CREATE CONSTRAINT unique_id IF NOT EXISTS FOR (n:Unique) REQUIRE n.id IS UNIQUE")
                .execute();
        var remote = faultOf(bolt, statement);
        var local = faultOf(embedded, statement);
        assertThat(local).isExactlyInstanceOf(remote.getClass());
        assertThat(local.code()).isEqualTo(remote.code());
        assertThat(withoutIds(local)).isEqualTo(withoutIds(remote));
        assertThat(count("MATCH (n) RETURN count(n)")).isZero();
    }

    private static String withoutIds(Neo4jException fault) {
        return String.valueOf(fault.getMessage()).replaceAll("Node\\(\\d+\\)", "Node");
    }

    private static Neo4jException faultOf(Driver driver, String statement) {
        try (var session = driver.session()) {
            return catchThrowableOfType(
                    Neo4jException.class, () -> session.run(statement).list());
        }
    }

    @Test
    void endsAStatementAtItsDeadline() {
        for (var driver : List.of(bolt, embedded)) {
            var config = TransactionConfig.builder()
                    .withTimeout(Duration.ofMillis(50))
                    .build();
            try (var session = driver.session(READ)) {
                assertThatThrownBy(() -> session.run(
                                        "UNWIND range(1, 1000000000) AS n WITH n WHERE n < 0 RETURN count(n)", config)
                                .list())
                        .isInstanceOfSatisfying(
                                Neo4jException.class, e -> assertThat(e.code()).contains("TransactionTimedOut"));
            }
        }
    }

    @Test
    void doesNotWriteInASessionForReading() {
        try (var session = embedded.session(READ)) {
            assertThatThrownBy(() -> session.run("CREATE (:Written)").consume()).isInstanceOf(ClientException.class);
        }
        assertThat(count("MATCH (n) RETURN count(n)")).isZero();
    }

    @Test
    void rollsBackWhatWasNotCommitted() {
        try (var session = embedded.session()) {
            try (var transaction = session.beginTransaction()) {
                transaction.run("CREATE (:Written)");
                assertThat(transaction.isOpen()).isTrue();
            }
            try (var transaction = session.beginTransaction()) {
                transaction.run("CREATE (:Written)");
                transaction.rollback();
                assertThat(transaction.isOpen()).isFalse();
            }
            assertThat(count("MATCH (n) RETURN count(n)")).isZero();
            try (var transaction = session.beginTransaction()) {
                transaction.run("CREATE (:Written)");
                transaction.commit();
            }
            assertThat(count("MATCH (n) RETURN count(n)")).isOne();
        }
    }

    @Test
    void aFaultEndsItsTransaction() {
        for (var driver : List.of(bolt, embedded)) {
            try (var session = driver.session();
                    var transaction = session.beginTransaction()) {
                transaction.run("CREATE (:Written)").consume();
                assertThatThrownBy(() -> transaction.run("RETURN 1 / 0").list()).isInstanceOf(ClientException.class);
                assertThat(transaction.isOpen()).isTrue();
                assertThatThrownBy(() -> transaction.run("RETURN 1"))
                        .isInstanceOf(TransactionTerminatedException.class);
                assertThatThrownBy(transaction::commit).isInstanceOf(ClientException.class);
            }
        }
        assertThat(count("MATCH (n) RETURN count(n)")).isZero();
    }

    @Test
    void runsStatementsOfATransactionOneAfterAnother() {
        try (var session = embedded.session();
                var transaction = session.beginTransaction()) {
            var first = transaction.run("UNWIND range(1, 3000) AS n CREATE (m:Many {n: n}) RETURN m.n AS n");
            var second = transaction.run("MATCH (m:Many) RETURN count(m)");
            assertThat(second.single().get(0).asInt()).isEqualTo(3000);
            assertThat(first.list()).hasSize(3000);
        }
    }

    @Test
    void producesRowsWhenTheyAreNeeded() {
        try (var session = embedded.session(READ)) {
            var rows = session.run("UNWIND range(1, 1000000000) AS n RETURN n");
            assertThat(rows.peek().get(0).asInt()).isEqualTo(1);
            for (var n = 1; n < 5000; n++) {
                assertThat(rows.next().get("n").asInt()).isEqualTo(n);
            }
        }
    }

    @Test
    void rowsAreGoneOnceConsumed() {
        try (var session = embedded.session()) {
            var rows = session.run("CREATE (n:Written {a: 1}) RETURN n");
            assertThat(rows.isOpen()).isTrue();
            var summary = rows.consume();
            assertThat(summary.counters().nodesCreated()).isOne();
            assertThat(summary.counters().propertiesSet()).isOne();
            assertThat(rows.isOpen()).isFalse();
            assertThatThrownBy(rows::next).isInstanceOf(ResultConsumedException.class);
        }
    }

    @Test
    void triesAgainAfterADeadlock() throws Exception {
        embedded.executableQuery("CREATE (:Lock {id: 1, count: 0}), (:Lock {id: 2, count: 0})")
                .execute();
        var bothHaveOne = new CountDownLatch(2);
        try (var session1 = embedded.session();
                var session2 = embedded.session()) {
            var threads = Executors.newFixedThreadPool(2);
            var one = threads.submit(() -> add(session1, 1, 2, bothHaveOne));
            var two = threads.submit(() -> add(session2, 2, 1, bothHaveOne));
            one.get();
            two.get();
            threads.shutdown();
        }
        assertThat(count("MATCH (lock:Lock) RETURN sum(lock.count)")).isEqualTo(4);
    }

    private static boolean add(Session session, int first, int second, CountDownLatch bothHaveOne) {
        return session.executeWrite(transaction -> {
            transaction.run("MATCH (lock:Lock {id: $id}) SET lock.count = lock.count + 1", Map.of("id", first));
            bothHaveOne.countDown();
            try {
                bothHaveOne.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            transaction.run("MATCH (lock:Lock {id: $id}) SET lock.count = lock.count + 1", Map.of("id", second));
            return true;
        });
    }

    @Test
    void runsStatementsWithTransactionsOfTheirOwn() {
        try (var session = embedded.session()) {
            session.run("UNWIND range(1, 10) AS n CALL (n) { CREATE (:Written {n: n}) } IN TRANSACTIONS OF 3 ROWS")
                    .consume();
        }
        assertThat(count("MATCH (n:Written) RETURN count(n)")).isEqualTo(10);
    }

    @Test
    void hasOneDatabase() {
        assertThatCode(embedded::verifyConnectivity).doesNotThrowAnyException();
        assertThatThrownBy(() -> embedded.session(SessionConfig.forDatabase("other")))
                .isInstanceOfSatisfying(
                        ClientException.class,
                        e -> assertThat(e.code()).isEqualTo("Neo.ClientError.Database.DatabaseNotFound"));
    }

    /** With the code by which writes that need too much memory are recognized. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTransactionThatNeedsTooMuchMemoryIsNotTransient(boolean overBolt) {
        var config = store.database().getDependencyResolver().resolveDependency(Config.class);
        var before = config.get(GraphDatabaseSettings.memory_transaction_max_size);
        config.setDynamic(GraphDatabaseSettings.memory_transaction_max_size, ByteUnit.mebiBytes(2), "test");
        try (var session = (overBolt ? bolt : embedded).session();
                var transaction = session.beginTransaction()) {
            assertThatThrownBy(() -> transaction
                            .run("UNWIND range(1, 1000000) AS i RETURN size(collect(toString(i)))")
                            .consume())
                    .isInstanceOf(TransientException.class)
                    .matches(TransactionRetries::isOutOfMemory)
                    .matches(problem -> !TransactionRetries.isTransient(problem));
        } finally {
            config.setDynamic(GraphDatabaseSettings.memory_transaction_max_size, before, "test");
        }
    }

    @Test
    void aClosedDatabaseIsATransientFault(@TempDir Path other) {
        var closing = BoltStore.open(other);
        var driver = new EmbeddedDriver(closing::database, Duration.ofSeconds(1));
        try (var session = driver.session()) {
            var rows = session.run("UNWIND range(1, 1000000) AS n RETURN n");
            closing.close();
            assertThatThrownBy(rows::list).isInstanceOf(Neo4jException.class);
        }
        try (var session = driver.session()) {
            assertThatThrownBy(() -> session.run("RETURN 1")).isInstanceOf(TransientException.class);
        }
        assertThatThrownBy(driver::verifyConnectivity).isInstanceOf(Neo4jException.class);
    }

    private static int count(String statement) {
        return embedded.executableQuery(statement)
                .withConfig(
                        QueryConfig.builder().withRouting(RoutingControl.READ).build())
                .execute()
                .records()
                .get(0)
                .get(0)
                .asInt();
    }
}
