package io.throughline;

import io.throughline.infra.store.BoltStore;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.testcontainers.neo4j.Neo4jContainer;

/**
 * Chooses the database of the tests: one of their own in this process; with {@code mvn verify -Pcontainer} a container; with
 * {@code -Dthroughline.test.neo4j-uri=…} (and {@code -Dthroughline.test.neo4j-password=…}) the server given; with
 * {@code -Dthroughline.test.bolt} one in this process, too, but reached like a server.
 */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var uri = System.getProperty("throughline.test.neo4j-uri", "");
        var image = System.getProperty("throughline.test.container", "");
        if (!uri.isEmpty()) {
            useServer(context, uri, System.getProperty("throughline.test.neo4j-password", "neo4j"));
        } else if (!image.isEmpty()) {
            useContainer(context, image);
        } else if (System.getProperty("throughline.test.bolt") != null) {
            useBolt(context);
        } else {
            set(
                    context,
                    Map.of(
                            "spring.neo4j.uri",
                            "embedded",
                            "throughline.store.directory",
                            TestStore.loaded().toString()));
        }
    }

    private static void useServer(ConfigurableApplicationContext context, String uri, String password) {
        var server = new TestServer(uri, password);
        server.empty();
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                server.leave();
            }
        });
        connect(context, uri, password);
    }

    private static void useContainer(ConfigurableApplicationContext context, String image) {
        var container = new Neo4jContainer(image);
        container.start();
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                container.stop();
            }
        });
        connect(context, container.getBoltUrl(), container.getAdminPassword());
    }

    private static void useBolt(ConfigurableApplicationContext context) {
        var store = BoltStore.open(TestStore.loaded());
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                store.close();
            }
        });
        connect(context, store.uri(), store.password());
    }

    private static void connect(ConfigurableApplicationContext context, String uri, String password) {
        set(
                context,
                Map.of(
                        "spring.neo4j.uri", uri,
                        "spring.neo4j.authentication.username", "neo4j",
                        "spring.neo4j.authentication.password", password));
    }

    private static void set(ConfigurableApplicationContext context, Map<String, Object> properties) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", properties));
    }
}
