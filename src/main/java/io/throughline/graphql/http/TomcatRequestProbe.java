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

/** What Tomcat knows of the body of a request and the servlet API does not tell. */
final class TomcatRequestProbe {

    private static final String NAME = TomcatRequestProbe.class.getName();

    private final org.apache.coyote.@Nullable Request request;

    private TomcatRequestProbe(org.apache.coyote.@Nullable Request request) {
        this.request = request;
    }

    /** In a test without Tomcat, one that has sent everything. */
    static TomcatRequestProbe of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof TomcatRequestProbe sender ? sender : new TomcatRequestProbe(null);
    }

    /** Whether there is something to read at once. */
    boolean hasSent() {
        if (request == null) {
            return true;
        }
        // true: also look at the connection, not only at what came with the last bytes
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() > 0;
    }

    /**
     * Ends the connection once the request is answered. Otherwise Tomcat waits for the rest of a body on the request's
     * thread, 5 s for every byte.
     */
    void leave() {
        if (request != null) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Puts the sender of every request among its attributes. */
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
            request.setAttribute(NAME, new TomcatRequestProbe(request.getCoyoteRequest()));
            getNext().invoke(request, response);
        }
    }
}
