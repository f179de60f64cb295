package io.throughline.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFHandler;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.helpers.BasicWriterSettings;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;
import tools.jackson.core.JsonGenerator;

/** Writes memberships with all their claims as RDF, statement by statement. */
final class MembershipRdfWriter {

    /** Number of sources remembered as written; writing one twice is harmless. */
    private static final int REMEMBERED = 10_000;

    private final RDFHandler out;
    private final RdfMapping mapping;
    private final IriFactory iris;
    private final Map<String, Boolean> written = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    private MembershipRdfWriter(RDFHandler out, RdfMapping mapping, IriFactory iris) {
        this.out = out;
        this.mapping = mapping;
        this.iris = iris;
    }

    static MembershipRdfWriter turtle(OutputStream out, RdfMapping mapping, IriFactory iris) {
        var turtle = new TurtleWriter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        // to inline blank nodes it would keep everything until the end; there are none
        turtle.set(BasicWriterSettings.INLINE_BLANK_NODES, false);
        return new MembershipRdfWriter(turtle, mapping, iris);
    }

    static MembershipRdfWriter jsonLd(JsonGenerator out, RdfMapping mapping, IriFactory iris) {
        return new MembershipRdfWriter(new JsonLdHandler(out, iris.prefixes()), mapping, iris);
    }

    void begin(ExportMetadata metadata) throws IOException {
        write(() -> {
            out.startRDF();
            iris.prefixes().forEach(out::handleNamespace);
        });
        all(mapping.beginning(metadata));
    }

    void agent(org.neo4j.driver.types.Node agent) throws IOException {
        all(mapping.agent(agent));
    }

    void membership(ClaimedMembership membership) throws IOException {
        all(mapping.membership(membership));
        for (var claim : membership.claims()) {
            var source = claim.source();
            if (source.get("id") instanceof String id && written.put(id, true) == null) {
                all(mapping.source(source));
            }
        }
    }

    void end() throws IOException {
        write(out::endRDF);
    }

    private void all(List<Statement> statements) throws IOException {
        write(() -> statements.forEach(out::handleStatement));
    }

    private static void write(Runnable writing) throws IOException {
        try {
            writing.run();
        } catch (RDFHandlerException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }
}
