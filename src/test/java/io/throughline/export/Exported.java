package io.throughline.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** Requests exports from the server, and the same data through GraphQL. */
final class Exported {

    static final String MAP = "roots=jci-race-to-zero-circle,c40";

    private final MockMvcTester browser;
    private final GraphQlTester graphQl;

    Exported(WebApplicationContext server, GraphQlTester graphQl) {
        this.browser = MockMvcTester.from(server);
        this.graphQl = graphQl;
    }

    /** The response to a GET, with header names and values alternating. */
    MockHttpServletResponse get(String file, String... headers) {
        var request = browser.get().uri(address(file));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.exchange().getResponse();
    }

    /** Escapes characters not allowed in a URL. */
    private static URI address(String file) {
        return URI.create(
                "/exports/" + file.replace("\"", "%22").replace("{", "%7B").replace("}", "%7D"));
    }

    MockHttpServletResponse head(String file) {
        return browser.head().uri(address(file)).exchange().getResponse();
    }

    MockHttpServletResponse post(String file) {
        return browser.post().uri("/exports/" + file).exchange().getResponse();
    }

    /** The text of an export, which must succeed. */
    String text(String file) {
        try {
            var response = get(file);
            var text = response.getContentAsString(StandardCharsets.UTF_8);
            assertThat(response.getStatus()).as(text).isEqualTo(200);
            return text;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Number of memberships that no source denies. */
    int memberships() {
        return count("") - denied();
    }

    /** Number of memberships that a source denies. */
    int denied() {
        return count("(where: {status: {eq: NOT_MEMBER}})");
    }

    private int count(String arguments) {
        return graphQl.document("{ memberships%s { totalCount } }".formatted(arguments))
                .execute()
                .path("memberships.totalCount")
                .entity(Integer.class)
                .get();
    }

    /** Nodes or edges of the map exported as {@link #MAP}. */
    List<Map<String, Object>> map(String part) {
        return graphQl.document("{ graph(roots: [\"jci-race-to-zero-circle\", \"c40\"]) { %s } }"
                        .formatted(
                                part.equals("nodes")
                                        ? "nodes { id label coordinates }"
                                        : "edges { id source target undirected start end label }"))
                .execute()
                .path("graph." + part)
                .entity(new org.springframework.core.ParameterizedTypeReference<List<Map<String, Object>>>() {})
                .get();
    }
}
