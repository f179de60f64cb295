package io.throughline.infra.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.TestStore;
import io.throughline.ThroughlineApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** Starts a server on the same data folder again and again. */
@Tag("full")
class RestartTests {

    private static final String CITY = "%7Bcity(id:%22boston%22)%7Bname%7D%7D";
    private static final String MAPPINGS = "%7Bmappings%7Bid%7D%7D";
    private static final String LISTS = "%7Blists%7Bid%7D%7D";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aTagIsGoodUntilAStartChangesSomething() throws IOException, InterruptedException {
        var store = TestStore.loaded();
        String tag;
        try (var server = start(store)) {
            var first = get(server, "none");
            tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(first.headers().allValues("Cache-Status")).containsExactly("throughline; fwd=miss; stored");
            assertThat(get(server, "none").headers().allValues("Cache-Status")).containsExactly("throughline; hit");
            assertThat(get(server, MAPPINGS, "none").headers().firstValue("ETag"))
                    .isNotEmpty();
            assertThat(get(server, LISTS, "none").headers().firstValue("ETag")).isNotEmpty();
        }
        try (var server = start(store)) {
            assertThat(get(server, tag).statusCode()).isEqualTo(304);
            // as if it ended after a migration, before it gave the graph a new version
            server.getBean(Driver.class)
                    .executableQuery("MATCH (version:GraphVersion) SET version.migration = '041'")
                    .execute();
            assertThat(get(server, tag).statusCode()).isEqualTo(304);
        }
        var lists = Files.writeString(
                folder.resolve("lists.csv"),
                new ClassPathResource("lists/lists.csv").getContentAsString(StandardCharsets.UTF_8));
        try (var server = start(
                store,
                "--throughline.response-cache.size=0",
                "--throughline.mappings=" + folder,
                "--throughline.lists=" + lists)) {
            for (var time = 0; time < 2; time++) {
                var changed = get(server, tag);
                assertThat(changed.statusCode()).isEqualTo(200);
                assertThat(changed.headers().allValues("Cache-Status")).containsExactly("throughline; fwd=bypass");
                assertThat(changed.headers().firstValue("ETag")).isNotEmpty();
            }
            // both come from files that can be edited now
            assertThat(get(server, MAPPINGS, "none").headers().firstValue("ETag"))
                    .isEmpty();
            assertThat(get(server, LISTS, "none").headers().firstValue("ETag")).isEmpty();
        }
        try (var server = start(store)) {
            assertThat(get(server, tag).statusCode()).isEqualTo(200);
        }
    }

    private static ConfigurableApplicationContext start(Path store, String... settings) {
        var fixed =
                Stream.of("--spring.neo4j.uri=embedded", "--throughline.store.directory=" + store, "--server.port=0");
        return new SpringApplicationBuilder(ThroughlineApplication.class)
                .run(Stream.concat(fixed, Arrays.stream(settings)).toArray(String[]::new));
    }

    private HttpResponse<String> get(ConfigurableApplicationContext server, String tag)
            throws IOException, InterruptedException {
        return get(server, CITY, tag);
    }

    private HttpResponse<String> get(ConfigurableApplicationContext server, String query, String tag)
            throws IOException, InterruptedException {
        var address = "http://localhost:%s/graphql?query=%s"
                .formatted(server.getEnvironment().getProperty("local.server.port"), query);
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("If-None-Match", tag)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
