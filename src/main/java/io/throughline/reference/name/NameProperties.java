package io.throughline.reference.name;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands beside a name in the graph, for finding it and for ordering by it. */
public final class NameProperties {

    private NameProperties() {}

    /** What a name is found by; a null takes off what a former name had. */
    public static Map<String, @Nullable Object> keys(String name) {
        var key = NameKey.of(name);
        var keys = new LinkedHashMap<String, @Nullable Object>();
        keys.put("nameKey", key.plain());
        keys.put("nameSpelled", key.spelled().equals(key.plain()) ? null : key.spelled());
        return keys;
    }

    /** For ordering: without accents, in lower case. */
    public static String sortName(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
