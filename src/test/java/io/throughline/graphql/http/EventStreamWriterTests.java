package io.throughline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.throughline.infra.limit.RequestLimits;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
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

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void sendsItsHeadersBeforeTheRequestThreadGoesOn() throws Exception {
        stream(Flux.never());
        assertThat(response.isCommitted()).isTrue();
        assertThat(response.getContentAsString()).isEqualTo(":\n\n");
    }

    @Test
    void sendsNothingUntilItHasSubscribed() throws Exception {
        var committed = new AtomicReference<Boolean>();
        stream(Flux.defer(() -> {
            committed.set(response.isCommitted());
            return Flux.never();
        }));
        assertThat(committed).hasValue(false);
    }

    @Test
    void sendsTheFirstCommentBeforeResultsThatAreThereAtOnce() throws Exception {
        stream(Flux.just(Map.of("data", 1), Map.of("data", 2)));
        await().untilAsserted(() -> assertThat(response.getContentAsString()).isEqualTo("""
                :

                event:next
                data:{"data":1}

                event:next
                data:{"data":2}

                event:complete
                data:

                """));
    }

    private void stream(Flux<Map<String, Object>> results) throws Exception {
        var request = new MockHttpServletRequest("POST", "/graphql");
        request.setAsyncSupported(true);
        writer.of(results).writeTo(request, response, new Converters());
    }

    private record Converters() implements ServerResponse.Context {
        @Override
        public List<HttpMessageConverter<?>> messageConverters() {
            return List.of(new StringHttpMessageConverter());
        }
    }
}
