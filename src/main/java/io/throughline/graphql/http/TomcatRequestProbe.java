package io.throughline.graphql.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Access to what Tomcat knows about a request body and the servlet API does not expose. */
final class TomcatRequestProbe {

    private static final String NAME = TomcatRequestProbe.class.getName();

    private final org.apache.coyote.@Nullable Request request;
    private boolean closing;

    private TomcatRequestProbe(org.apache.coyote.@Nullable Request request) {
        this.request = request;
    }

    /** The probe of a request; without Tomcat, as in tests, one that always has input. */
    static TomcatRequestProbe of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof TomcatRequestProbe probe ? probe : new TomcatRequestProbe(null);
    }

    /** Whether reading would not block. */
    boolean hasInput() {
        if (request == null) {
            return true;
        }
        // true: also look at the connection, not only at what came with the last bytes
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() > 0;
    }

    /**
     * Closes the connection after the response. Otherwise Tomcat waits for the rest of the body on the request's thread,
     * 5 s for every byte.
     */
    void closeAfterResponse() {
        closing = true;
    }

    /** Must come after the host has handled the request: it would replace the response with an error page of its own. */
    private void closeIfAsked() {
        if (closing && request != null) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Adds the probe to the attributes of every request. */
    @Component
    static final class Attribute extends ValveBase
            implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        Attribute() {
            super(true);
        }

        @Override
        public void customize(TomcatServletWebServerFactory tomcat) {
            tomcat.addEngineValves(this);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var probe = new TomcatRequestProbe(request.getCoyoteRequest());
            request.setAttribute(NAME, probe);
            getNext().invoke(request, response);
            probe.closeIfAsked();
        }
    }
}
