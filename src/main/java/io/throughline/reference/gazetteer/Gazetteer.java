package io.throughline.reference.gazetteer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Cities, towns and villages of more than 500 inhabitants and the seats of all municipalities, with all their names. It
 * is read once, which takes two seconds or more in a JVM that has just started, and then occupies about 30 MB. A server
 * reads it when it is ready; elsewhere it is read on first use or by {@link #preload}.
 */
@Component
public class Gazetteer {

    private record Content(PlaceTable places, RegionTable regions, CountryLookup countries, TypoForms typos) {

        static Content read() {
            var sections = GazetteerFile.read();
            var places = new PlaceTable(sections);
            return new Content(places, new RegionTable(sections), new CountryLookup(sections), new TypoForms(places));
        }
    }

    private final Supplier<Content> content = SingletonSupplier.of(Content::read);

    private Content content() {
        return content.get();
    }

    /** Reads it in a background thread, so that the first use need not wait. */
    public void preload() {
        var thread = new Thread(this::content, "gazetteer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Places with one of several names, each once; those whose own name it is come first. */
    public List<NamedPlace> named(Collection<String> keys) {
        var places = content().places();
        var found = new LinkedHashMap<Integer, Boolean>();
        for (var key : keys) {
            places.index().forEach(key, number -> {}, number -> found.put(number, true));
        }
        for (var key : keys) {
            places.index().forEach(key, number -> found.putIfAbsent(number, false), number -> {});
        }
        var named = new ArrayList<NamedPlace>(found.size());
        found.forEach((number, own) -> named.add(new NamedPlace(places.place(number), own)));
        return named;
    }

    /** Places of a country with one of several names as their own, each once. */
    public List<GazetteerPlace> properlyNamed(Collection<String> keys, String country) {
        var places = content().places();
        var range = places.range(country);
        var found = new LinkedHashSet<Integer>();
        for (var key : keys) {
            places.index().forEach(key, number -> {}, number -> {
                if (number >= range[0] && number < range[1]) {
                    found.add(number);
                }
            });
        }
        return found.stream().map(places::place).toList();
    }

    /** Places of a country whose own name is one typing error away from a key of five letters or more. */
    public List<GazetteerPlace> similar(String key, String country) {
        return content().typos().near(key, country);
    }

    /** A place by its number in GeoNames; null when it is not in the gazetteer. */
    public @Nullable GazetteerPlace place(int geonames) {
        return content().places().byGeonames(geonames);
    }

    /**
     * The name of a place that has one of these keys, as the gazetteer spells it.
     *
     * @param geonames its number in GeoNames
     * @return null when it has no such name, or only one that is split into words differently
     */
    public @Nullable String spelling(int geonames, Collection<String> keys) {
        return content().places().spelling(geonames, keys);
    }

    /** Subdivisions of countries with one of several names. */
    public List<GazetteerRegion> regionsNamed(Collection<String> keys) {
        return content().regions().named(keys);
    }

    /** A subdivision by its ISO 3166-2 code; null when there is none. */
    public @Nullable GazetteerRegion region(String iso) {
        return content().regions().byIso(iso);
    }

    /** The subdivisions of a subdivision, given its ISO 3166-2 code; those that have a code themselves. */
    public List<GazetteerRegion> regionsIn(String iso) {
        return content().regions().in(iso);
    }

    /** Countries by their codes and names. */
    public CountryLookup countries() {
        return content().countries();
    }

    /** How many places it holds. */
    public int size() {
        return content().places().size();
    }
}
