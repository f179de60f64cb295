package io.throughline.model.search;

import static java.util.stream.Collectors.toSet;

import io.throughline.reference.name.NameKey;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Finds countries and subdivisions by any code or name that a list gives. */
record PlaceLookup(List<Place> all) {

    /**
     * A country or subdivision.
     *
     * @param keys its names, as {@link NameKey} writes them
     */
    record Place(
            String id,
            boolean country,
            @Nullable String iso,
            @Nullable String isoAlpha3,
            List<String> keys) {

        static Place of(Record row) {
            return new Place(
                    row.get("id").asString(),
                    row.get("kind").asString().equals("COUNTRY"),
                    text(row.get("iso")),
                    text(row.get("isoAlpha3")),
                    row.get("keys").asList(Value::asString));
        }

        /**
         * Whether this is its code; for a subdivision also the part after the country, {@code MA} for {@code US-MA}.
         */
        boolean hasCode(String code) {
            return code.equals(iso) || code.equals(isoAlpha3) || !country && iso != null && iso.endsWith("-" + code);
        }

        private static @Nullable String text(Value value) {
            return value.isNull() ? null : value.asString();
        }
    }

    /** The ids of all places that a hint can mean; {@code CA} is California and Canada. */
    Set<String> meantBy(String hint) {
        var code = code(hint);
        var forms = NameKey.of(hint).forms();
        return all.stream()
                .filter(place -> place.hasCode(code) || forms.stream().anyMatch(place.keys()::contains))
                .map(Place::id)
                .collect(toSet());
    }

    /** The id of a country by its code or id. */
    @Nullable String country(String text) {
        return first(all.stream().filter(Place::country), text);
    }

    /** The id of a subdivision by its whole code or id. */
    @Nullable String state(String text) {
        return first(all.stream().filter(place -> !place.country()), text);
    }

    private static @Nullable String first(Stream<Place> places, String text) {
        var code = code(text);
        return places.filter(place -> code.equals(place.iso())
                        || code.equals(place.isoAlpha3())
                        || place.id().equalsIgnoreCase(text.strip()))
                .map(Place::id)
                .findFirst()
                .orElse(null);
    }

    /** UK is reserved for the United Kingdom, whose code is GB. */
    private static String code(String text) {
        var code = text.strip().replace(".", "").toUpperCase(Locale.ROOT);
        return code.equals("UK") ? "GB" : code;
    }
}
