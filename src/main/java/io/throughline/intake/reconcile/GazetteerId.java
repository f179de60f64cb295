package io.throughline.intake.reconcile;

import io.throughline.intake.matching.ListedAgent;
import io.throughline.intake.matching.ListedAgent.Kind;
import io.throughline.reference.id.IdentifierScheme;
import io.throughline.writing.ledger.NewAgent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a place that is in the gazetteer but not in the graph, and therefore has no Throughline id yet: the
 * register and its identifier, e.g. {@code geonames:3172087}. The colon distinguishes it from the Throughline id of any
 * agent.
 */
record GazetteerId(IdentifierScheme scheme, String value) {

    private static final List<IdentifierScheme> SCHEMES =
            List.of(IdentifierScheme.GEONAMES, IdentifierScheme.ISO_3166_2);

    /** Reads such an id; null for any other text. */
    static @Nullable GazetteerId of(String text) {
        for (var scheme : SCHEMES) {
            var prefix = scheme.key() + ":";
            if (text.startsWith(prefix) && scheme.matches(text.substring(prefix.length()))) {
                return new GazetteerId(scheme, text.substring(prefix.length()));
            }
        }
        return null;
    }

    /** The id of a place that could be added; null if it is in neither register. */
    static @Nullable GazetteerId of(NewAgent place) {
        for (var scheme : SCHEMES) {
            var value = place.identifiers().get(scheme.key());
            if (value != null) {
                return new GazetteerId(scheme, value);
            }
        }
        return null;
    }

    /** What to ask the matcher, to find the place again: in the graph if it has been added since. */
    ListedAgent listed() {
        return new ListedAgent("", Kind.ANY, null, null, Map.of(scheme.key(), value), null, null, null);
    }

    String text() {
        return scheme.key() + ":" + value;
    }
}
