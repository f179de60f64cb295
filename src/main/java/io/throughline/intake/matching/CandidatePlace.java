package io.throughline.intake.matching;

import io.throughline.reference.gazetteer.GazetteerPlace;
import io.throughline.reference.gazetteer.GazetteerRegion;
import io.throughline.reference.gazetteer.RegionWords;
import io.throughline.reference.name.NameKey;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be meant: an agent of the graph, a place or region of the gazetteer, or both when they are the same.
 *
 * @param own whether it is found by the name it is known by
 */
record CandidatePlace(
        @Nullable KnownAgent agent,
        @Nullable GazetteerPlace place,
        @Nullable GazetteerRegion region,
        boolean own) {

    static CandidatePlace of(GazetteerPlace place, boolean own) {
        return new CandidatePlace(null, place, null, own);
    }

    static CandidatePlace of(GazetteerRegion region, boolean own) {
        return new CandidatePlace(null, null, region, own);
    }

    /** What it is, whoever finds it by whatever name. */
    Object identity() {
        return agent != null ? agent.id() : place != null ? (Object) place.geonames() : Objects.requireNonNull(region);
    }

    boolean isRegion() {
        return region != null || agent != null && agent.region();
    }

    boolean isCity() {
        return place != null || agent != null && agent.city();
    }

    boolean isSettled() {
        return agent == null || agent.settled();
    }

    String name() {
        return agent != null
                ? agent.name()
                : place != null ? place.name() : Objects.requireNonNull(region).name();
    }

    @Nullable String country() {
        return place != null ? place.country() : region != null ? region.country() : known().countryId();
    }

    /** ISO 3166-2 of the first-level division it lies in; of a region of the first level its own. */
    @Nullable String state() {
        if (place != null) {
            return place.state() == null && agent != null ? agent.stateId() : place.state();
        }
        return region != null ? region.whole() == null ? region.iso() : region.whole() : known().stateId();
    }

    /** ISO 3166-2 codes of the second-level divisions it lies in, as far as they are known. */
    Stream<String> districts() {
        return place != null ? Stream.of(place.districtCode()) : Stream.empty();
    }

    /** What the divisions it lies in are called, without words such as "province". */
    Stream<String> areaNames() {
        return place == null
                ? Stream.empty()
                : Stream.of(place.stateName(), place.district())
                        .filter(Objects::nonNull)
                        .flatMap(name -> RegionWords.forms(NameKey.of(name)).stream());
    }

    @Nullable Long population() {
        if (place != null && place.population() != null) {
            return place.population().longValue();
        }
        return agent == null ? null : agent.population();
    }

    GazetteerPlace.Rank rank() {
        if (place != null) {
            return place.rank();
        }
        return region != null && region.whole() != null ? GazetteerPlace.Rank.SETTLEMENT : GazetteerPlace.Rank.SEAT;
    }

    /** Kilometres from a point; null when it is not known where it lies. */
    @Nullable Double distance(GeoPoint point) {
        if (place != null) {
            return point.distance(new GeoPoint(place.latitude(), place.longitude()));
        }
        return agent == null || agent.latitude() == null || agent.longitude() == null
                ? null
                : point.distance(new GeoPoint(agent.latitude(), agent.longitude()));
    }

    private KnownAgent known() {
        return Objects.requireNonNull(agent);
    }
}
