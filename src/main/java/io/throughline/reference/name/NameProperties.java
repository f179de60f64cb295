package io.throughline.reference.name;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties stored with a name in the graph, for finding it and for sorting by it. */
public final class NameProperties {

    private NameProperties() {}

    /** The properties by which a name is found; null removes the property that a former name had. */
    public static Map<String, @Nullable Object> keys(String name) {
        var key = NameKey.of(name);
        var keys = new LinkedHashMap<String, @Nullable Object>();
        keys.put("nameKey", key.plain());
        keys.put("nameSpelled", key.spelled().equals(key.plain()) ? null : key.spelled());
        return keys;
    }

    /** The name to sort by: without accents, in lower case. */
    public static String sortName(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
