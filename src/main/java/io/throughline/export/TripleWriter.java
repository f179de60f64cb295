package io.throughline.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/** Collects statements about one subject after another; values that are not recorded are skipped. */
final class TripleWriter {

    private final List<Statement> statements = new ArrayList<>();
    private IRI subject;

    TripleWriter(IRI subject) {
        this.subject = subject;
    }

    /** Sets the subject of the following statements. */
    TripleWriter about(IRI newSubject) {
        this.subject = newSubject;
        return this;
    }

    TripleWriter type(IRI... types) {
        for (var type : types) {
            add(RDF.TYPE, type);
        }
        return this;
    }

    TripleWriter add(IRI property, @Nullable Value value) {
        if (value != null) {
            statements.add(SimpleValueFactory.getInstance().createStatement(subject, property, value));
        }
        return this;
    }

    TripleWriter text(IRI property, @Nullable Object text) {
        return add(property, text == null ? null : IriFactory.text(text.toString()));
    }

    TripleWriter add(IRI property, Optional<IRI> value) {
        return add(property, value.orElse(null));
    }

    List<Statement> statements() {
        return statements;
    }
}
