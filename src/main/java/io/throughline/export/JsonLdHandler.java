package io.throughline.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes JSON-LD 1.1 subject by subject, as {@code {"@context": …, "@graph": […]}}; RDF4J's own writer keeps all
 * statements until the end. Expects the statements grouped by subject; a subject may recur later.
 */
final class JsonLdHandler extends AbstractRDFHandler {

    private final JsonGenerator json;
    private final Map<String, String> prefixes;
    private final Map<IRI, List<Value>> values = new LinkedHashMap<>();
    private @Nullable Resource subject;

    JsonLdHandler(JsonGenerator json, Map<String, String> prefixes) {
        this.json = json;
        this.prefixes = prefixes;
    }

    @Override
    public void startRDF() {
        json.writeStartObject();
        json.writePOJOProperty("@context", prefixes);
        json.writeArrayPropertyStart("@graph");
    }

    @Override
    public void handleStatement(Statement statement) {
        if (!statement.getSubject().equals(subject)) {
            writeSubject();
            subject = statement.getSubject();
        }
        values.computeIfAbsent(statement.getPredicate(), property -> new ArrayList<>())
                .add(statement.getObject());
    }

    @Override
    public void endRDF() {
        writeSubject();
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private void writeSubject() {
        if (subject == null) {
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("@id", subject.stringValue());
        values.forEach((property, objects) -> {
            if (property.equals(RDF.TYPE)) {
                json.writePOJOProperty(
                        "@type",
                        objects.stream().map(type -> compact((IRI) type)).toList());
            } else {
                var all = objects.stream().map(this::object).toList();
                json.writePOJOProperty(compact(property), all.size() == 1 ? all.get(0) : all);
            }
        });
        json.writeEndObject();
        values.clear();
        subject = null;
    }

    private Object object(Value value) {
        if (value instanceof Literal literal) {
            return literal.getDatatype().equals(XSD.STRING)
                    ? literal.getLabel()
                    : Map.of("@value", literal.getLabel(), "@type", compact(literal.getDatatype()));
        }
        return Map.of("@id", value.stringValue());
    }

    private String compact(IRI iri) {
        for (var prefix : prefixes.entrySet()) {
            if (iri.stringValue().startsWith(prefix.getValue())) {
                return prefix.getKey() + ":"
                        + iri.stringValue().substring(prefix.getValue().length());
            }
        }
        return iri.stringValue();
    }
}
