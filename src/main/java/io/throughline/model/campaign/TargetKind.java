package io.throughline.model.campaign;

import java.util.Locale;
import java.util.Set;

/**
 * What a pledge aims for, by the words used for it. The order matters: the first kind with one of its words in the text is taken,
 * so that net zero emissions are not taken for zero emissions.
 */
public enum TargetKind {
    NET_ZERO(Set.of("net zero", "net-zero")),
    CLIMATE_NEUTRAL(Set.of("climate neutral", "climate-neutral")),
    CLIMATE_POSITIVE(Set.of("climate positive", "climate-positive")),
    CARBON_NEUTRAL(Set.of("carbon neutral", "carbon-neutral")),
    GHG_NEUTRAL(Set.of("ghg neutral", "greenhouse gas neutral")),
    ZERO_CARBON(Set.of("zero carbon", "zero-carbon")),
    ZERO_EMISSIONS(Set.of("zero emissions", "zero-emission")),
    BELOW_BUSINESS_AS_USUAL(Set.of("v. bau", "business as usual")),
    EMISSIONS_INTENSITY(Set.of("intensity")),
    EMISSIONS_REDUCTION(Set.of("emissions reduction", "halve carbon emissions")),
    OTHER(Set.of());

    @SuppressWarnings("ImmutableEnumChecker") // a Set.of is immutable
    private final Set<String> words;

    TargetKind(Set<String> words) {
        this.words = words;
    }

    /** The kind of target that a text words, e.g. {@code Net zero emissions}; OTHER if it has none of the known words. */
    public static TargetKind of(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        for (var kind : values()) {
            if (kind.words.stream().anyMatch(lower::contains)) {
                return kind;
            }
        }
        return OTHER;
    }
}
