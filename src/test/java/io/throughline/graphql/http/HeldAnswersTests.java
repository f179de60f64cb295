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

/** Answers that the caller holds, by their tags. */
@GraphTest
class HeldAnswersTests extends OverHttp {

    @Autowired
    private GraphWriter writer;

    @Autowired
    HeldAnswersTests(WebApplicationContext server) {
        super(server);
    }

    @Test
    void anAnswerThatTheCallerHoldsIsNotSentAgain() {
        var first = get("query", BOSTON);
        assertThat(first)
                .hasHeader("Cache-Control", "no-cache")
                .hasHeader("Vary", "Accept, Accept-Encoding")
                .headers()
                .hasHeaderSatisfying("ETag", tags -> assertThat(tags.get(0)).matches("\"[0-9a-f]{32}\""));
        var tag = tag(first);
        assertThat(held(tag)).hasStatus(304).hasHeader("ETag", tag).body().isEmpty();
        assertThat(held("\"other\", W/" + tag)).hasStatus(304);
        assertThat(held("\"other\"")).hasStatusOk();
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
    void aChangeOfTheGraphMakesNewTags() {
        var tag = tag(get("query", BOSTON));
        writer.write(transaction -> "nothing, but who knows");
        assertThat(held(tag)).hasStatusOk();
        assertThat(tag(get("query", BOSTON))).isNotEqualTo(tag);
    }

    @Test
    void anAnswerWithErrorsHasNoTag() {
        assertThat(get("query", "{ city(id: \"<b>\") { name } }"))
                .hasStatusOk()
                .doesNotContainHeader("ETag")
                .hasHeader("Cache-Control", "no-store");
    }

    @Test
    void aLongAnswerIsCompressedUnderATagOfItsOwn() throws IOException {
        var document = "{ cities(first: 100) { nodes { id name } } }";
        var plain = get("query", document);
        var packed = browser.get()
                .uri("/graphql")
                .param("query", document)
                .header("Accept-Encoding", "br, gzip")
                .exchange();
        assertThat(plain).doesNotContainHeader("Content-Encoding");
        assertThat(packed).hasHeader("Content-Encoding", "gzip");
        assertThat(tag(packed)).isEqualTo(tag(plain).replaceFirst("\"$", "-gzip\""));
        var bytes = packed.getResponse().getContentAsByteArray();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes())
                .isEqualTo(plain.getResponse().getContentAsByteArray());
        assertThat(browser.get().uri("/graphql").param("query", document).header("Accept-Encoding", "gzip;q=0"))
                .doesNotContainHeader("Content-Encoding");
    }

    private MvcTestResult held(String tags) {
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
