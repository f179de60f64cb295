package io.throughline.intake.suggestion;

import io.throughline.reference.name.NameKey;
import org.jspecify.annotations.Nullable;

/** The words by which lists say what kind of agent a member is. */
final class MemberKinds {

    private MemberKinds() {}

    /** {@code CITY}, {@code REGION} or {@code ORGANIZATION}; null if a word means neither, or more than one. */
    static @Nullable String of(String word, HeaderWords words) {
        var key = NameKey.of(word).plain();
        var city = words.fit(key, "city words");
        var region = words.fit(key, "region words");
        var organization = words.fit(key, "organization words");
        var best = Math.max(city, Math.max(region, organization));
        if (best == 0 || city == region && city == best) {
            return null;
        }
        if (city == best) {
            return "CITY";
        }
        return region == best ? "REGION" : "ORGANIZATION";
    }
}
