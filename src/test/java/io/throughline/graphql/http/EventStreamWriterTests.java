package io.throughline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.infra.limit.RequestLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

class EventStreamWriterTests {

    private final RequestLimits limits =
            Binder.get(new MockEnvironment()).bindOrCreate("throughline.limits", RequestLimits.class);
    private final EventStreamWriter writer =
            new EventStreamWriter(new ConnectionLimiter(limits), limits, new JsonMapper());

    @Test
    void sendsItsHeadersBeforeTheRequestThreadGoesOn() throws Exception {
        var request = new MockHttpServletRequest("POST", "/graphql");
        request.setAsyncSupported(true);
        var response = new MockHttpServletResponse();

        writer.of(Flux.<Map<String, Object>>never()).writeTo(request, response, new Converters());

        assertThat(response.isCommitted()).isTrue();
        assertThat(response.getContentAsString()).isEqualTo(":\n\n");
    }

    private record Converters() implements ServerResponse.Context {
        @Override
        public List<HttpMessageConverter<?>> messageConverters() {
            return List.of(new StringHttpMessageConverter());
        }
    }
}
