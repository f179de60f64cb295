package io.throughline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Caching of responses by ETag. */
@GraphTest
class EntityTagTests extends HttpTestBase {

    @Autowired
    private GraphWriter writer;

    @Autowired
    EntityTagTests(WebApplicationContext server) {
        super(server);
    }

    @Test
    void aCachedResponseIsNotSentAgain() {
        var first = get("query", BOSTON);
        assertThat(first)
                .hasHeader("Cache-Control", "no-cache")
                .hasHeader("Vary", "Accept, Accept-Encoding")
                .headers()
                .hasHeaderSatisfying("ETag", tags -> assertThat(tags.get(0)).matches("\"[0-9a-f]{32}\""));
        var tag = tag(first);
        assertThat(getIfNoneMatch(tag))
                .hasStatus(304)
                .hasHeader("ETag", tag)
                .body()
                .isEmpty();
        assertThat(getIfNoneMatch("\"other\", W/" + tag)).hasStatus(304);
        assertThat(getIfNoneMatch("\"other\"")).hasStatusOk();
        assertThat(tag(get("query", BOSTON))).isEqualTo(tag);
        assertThat(tag(post(body(BOSTON)))).isEqualTo(tag);
    }

    @Test
    void anotherRequestHasAnotherTag() {
        var tag = tag(get("query", BOSTON));
        assertThat(tag(get("query", BOSTON + " "))).isNotEqualTo(tag);
        assertThat(tag(get("query", BOSTON, "variables", "{\"a\": 1}"))).isNotEqualTo(tag);
        assertThat(tag(post(body(BOSTON), "Accept", "application/graphql-response+json")))
                .isNotEqualTo(tag);
    }

    @Test
    void aChangeOfTheGraphChangesTheTags() {
        var tag = tag(get("query", BOSTON));
        writer.write(transaction -> "no change, but the version increases");
        assertThat(getIfNoneMatch(tag)).hasStatusOk();
        assertThat(tag(get("query", BOSTON))).isNotEqualTo(tag);
    }

    @Test
    void aResponseWithErrorsHasNoTag() {
        assertThat(get("query", "{ city(id: \"<b>\") { name } }"))
                .hasStatusOk()
                .doesNotContainHeader("ETag")
                .hasHeader("Cache-Control", "no-store");
    }

    @Test
    void aLongResponseIsCompressedAndHasItsOwnTag() throws IOException {
        var document = "{ cities(first: 100) { nodes { id name } } }";
        var plain = get("query", document);
        var compressed = browser.get()
                .uri("/graphql")
                .param("query", document)
                .header("Accept-Encoding", "br, gzip")
                .exchange();
        assertThat(plain).doesNotContainHeader("Content-Encoding");
        assertThat(compressed).hasHeader("Content-Encoding", "gzip");
        assertThat(tag(compressed)).isEqualTo(tag(plain).replaceFirst("\"$", "-gzip\""));
        var bytes = compressed.getResponse().getContentAsByteArray();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes())
                .isEqualTo(plain.getResponse().getContentAsByteArray());
        assertThat(browser.get().uri("/graphql").param("query", document).header("Accept-Encoding", "gzip;q=0"))
                .doesNotContainHeader("Content-Encoding");
    }

    private MvcTestResult getIfNoneMatch(String tags) {
        return browser.get()
                .uri("/graphql")
                .param("query", BOSTON)
                .header("If-None-Match", tags)
                .exchange();
    }

    private static String tag(MvcTestResult result) {
        MockHttpServletResponse response = result.getResponse();
        var tag = response.getHeader("ETag");
        assertThat(tag).isNotNull();
        return String.valueOf(tag);
    }
}
