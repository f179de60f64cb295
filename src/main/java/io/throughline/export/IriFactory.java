package io.throughline.export;

import io.throughline.reference.date.PartialDate;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Creates the IRIs of entities and terms, and literals. */
@Component
class IriFactory {

    static final String ORG = "http://www.w3.org/ns/org#";
    static final String PROV = "http://www.w3.org/ns/prov#";
    static final String SCHEMA = "https://schema.org/";
    static final String TIME = "http://www.w3.org/2006/time#";
    static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String EDTF = "http://id.loc.gov/datatypes/edtf/EDTF-level1";

    private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

    private final String base;

    IriFactory(@Value("${throughline.exports.base-iri}") String base) {
        this.base = base;
    }

    /** The prefixes and their namespaces. */
    Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("org", ORG);
        prefixes.put("prov", PROV);
        prefixes.put("schema", SCHEMA);
        prefixes.put("time", TIME);
        prefixes.put("skos", SKOS);
        prefixes.put("xsd", XSD.NAMESPACE);
        prefixes.put("tl", base + "term/");
        return prefixes;
    }

    /** The IRI of an entity, by its id, which is unique across all kinds. */
    IRI entity(String id) {
        return VALUES.createIRI(base + escaped(id));
    }

    /** The IRI of a part of an entity, such as the time of a membership. */
    IRI part(String id, String part) {
        return VALUES.createIRI(base + escaped(id) + "#" + part);
    }

    /** A term of our own vocabulary. */
    IRI own(String term) {
        return VALUES.createIRI(base + "term/" + term);
    }

    /** A term of another vocabulary. */
    static IRI term(String namespace, String name) {
        return VALUES.createIRI(namespace, name);
    }

    /** The IRI of a URL found in a source; empty if it is not valid. */
    static Optional<IRI> address(String url) {
        return url.matches("https?://[^\\s<>\"{}|\\\\^`\\x00-\\x20]+")
                ? Optional.of(VALUES.createIRI(url))
                : Optional.empty();
    }

    static Literal text(String text) {
        return VALUES.createLiteral(text);
    }

    static Literal typed(String text, IRI type) {
        return VALUES.createLiteral(text, type);
    }

    /** A date with its precision: 2021 is a year, not the first of January. */
    static Literal date(PartialDate date) {
        return typed(
                date.text(),
                switch (date.precision()) {
                    case YEAR -> XSD.GYEAR;
                    case MONTH -> XSD.GYEARMONTH;
                    case DAY -> XSD.DATE;
                    case INTERVAL -> VALUES.createIRI(EDTF);
                });
    }

    private static String escaped(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
