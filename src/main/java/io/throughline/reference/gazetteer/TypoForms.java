package io.throughline.reference.gazetteer;

import io.throughline.reference.name.EditDistance;
import io.throughline.reference.name.NameKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Finds names one typing error apart: a letter left out, added or replaced, or two swapped. Two such names have a form
 * in common that lacks at most one letter of each, so those forms are indexed, one country at a time, on first use.
 */
final class TypoForms {

    /** Shorter names are similar to too many others. */
    private static final int MIN_LENGTH = 5;

    private final PlaceTable places;
    private final Map<String, NameIndex> byCountry = new ConcurrentHashMap<>();

    TypoForms(PlaceTable places) {
        this.places = places;
    }

    List<GazetteerPlace> near(String key, String country) {
        if (key.length() < MIN_LENGTH) {
            return List.of();
        }
        var range = places.range(country);
        var index = byCountry.computeIfAbsent(country, code -> index(range));
        var numbers = new LinkedHashSet<Integer>();
        withoutOneLetter(key, form -> index.forEach(form, number -> {}, numbers::add));
        return numbers.stream()
                .map(number -> places.place(range[0] + number))
                .filter(place ->
                        NameKey.of(place.name()).forms().stream().anyMatch(form -> EditDistance.errors(form, key) == 1))
                .toList();
    }

    private NameIndex index(int[] range) {
        var entries = LongStream.builder();
        for (var i = range[0]; i < range[1]; i++) {
            var number = i - range[0];
            for (var form : NameKey.of(places.name(i)).forms()) {
                if (form.length() >= MIN_LENGTH) {
                    withoutOneLetter(form, shorter -> entries.add(NameIndex.entry(shorter, number, true)));
                }
            }
        }
        return NameIndex.of(entries.build().toArray());
    }

    private static void withoutOneLetter(String form, Consumer<String> each) {
        each.accept(form);
        for (var i = 0; i < form.length(); i++) {
            each.accept(form.substring(0, i) + form.substring(i + 1));
        }
    }
}
