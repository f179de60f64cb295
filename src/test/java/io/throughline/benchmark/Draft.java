package io.throughline.benchmark;

import io.throughline.reference.date.PartialDate;
import io.throughline.reference.name.NameKey;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;

/** A node or relationship that gets its properties. What is null is left out, as the product does. */
record Draft<E extends Entity>(E written) {

    Draft<E> with(String property, @Nullable Object value) {
        if (value != null) {
            written.setProperty(property, value);
        }
        return this;
    }

    /** A partial date with its first and last day beside it. */
    Draft<E> dated(String property, @Nullable PartialDate date) {
        return date == null
                ? this
                : with(property, date.text())
                        .with(property + "Earliest", date.earliest())
                        .with(property + "Latest", date.latest());
    }

    /** A name with the key it is sorted by and those it is found by. */
    Draft<E> named(String name) {
        return with("name", name).with("sortName", folded(name)).foundBy(name);
    }

    /** The keys that search compares. */
    Draft<E> foundBy(String name) {
        var key = NameKey.of(name);
        return with("nameKey", key.plain())
                .with("nameSpelled", key.spelled().equals(key.plain()) ? null : key.spelled());
    }

    /** For ordering, as the product's own writer makes it: without accents, in lower case. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
