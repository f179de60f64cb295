package io.throughline.graphql.http;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Sends GraphQL requests over HTTP. */
abstract class HttpTestBase {

    static final String BOSTON = "{ city(id: \"boston\") { name } }";
    private static final JsonMapper JSON = new JsonMapper();

    final MockMvcTester browser;

    HttpTestBase(WebApplicationContext server) {
        browser = MockMvcTester.from(server);
    }

    final MvcTestResult get(String... parameters) {
        var request = browser.get().uri("/graphql");
        for (var i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    final MvcTestResult post(String body, String... headers) {
        var request = browser.post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.exchange();
    }

    static String body(String document) {
        return JSON.writeValueAsString(Map.of("query", document));
    }
}
