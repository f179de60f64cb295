package io.throughline.benchmark;

import io.throughline.reference.date.PartialDate;
import io.throughline.reference.name.NameKey;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;

/** A node or relationship whose properties are being set. Null values are skipped, as in the product. */
record Draft<E extends Entity>(E written) {

    Draft<E> with(String property, @Nullable Object value) {
        if (value != null) {
            written.setProperty(property, value);
        }
        return this;
    }

    /** Sets a partial date with its earliest and latest day. */
    Draft<E> dated(String property, @Nullable PartialDate date) {
        return date == null
                ? this
                : with(property, date.text())
                        .with(property + "Earliest", date.earliest())
                        .with(property + "Latest", date.latest());
    }

    /** Sets a name with its sort key and search keys. */
    Draft<E> named(String name) {
        return with("name", name).with("sortName", folded(name)).foundBy(name);
    }

    /** Sets the keys that search compares. */
    Draft<E> foundBy(String name) {
        var key = NameKey.of(name);
        return with("nameKey", key.plain())
                .with("nameSpelled", key.spelled().equals(key.plain()) ? null : key.spelled());
    }

    /** The sort key as the product computes it: lower case, without accents. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
