package io.throughline.intake.matching;

import io.throughline.model.search.GeoPoint;
import io.throughline.model.search.KnownAgent;
import io.throughline.reference.gazetteer.GazetteerPlace;
import io.throughline.reference.gazetteer.GazetteerRegion;
import io.throughline.reference.gazetteer.RegionWords;
import io.throughline.reference.name.NameKey;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A candidate for what is meant: an agent in the graph, a place or region in the gazetteer, or both when they are the
 * same.
 *
 * @param own whether the name it was found by is its main name
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

    /** Identifies it, regardless of the name it was found by. */
    Object identity() {
        return agent != null ? agent.id() : place != null ? (Object) place.geonames() : Objects.requireNonNull(region);
    }

    /** Whether it is the same as a candidate that was found by another name. */
    boolean isSame(CandidatePlace other) {
        return identity().equals(other.identity())
                || place != null && other.place != null && place.geonames() == other.place.geonames()
                || region != null && region.equals(other.region);
    }

    /** Whether it is a region with exactly this name, including words such as "province". */
    boolean hasFullName(NameKey name) {
        return region != null
                && region.names().stream()
                        .anyMatch(other -> NameKey.of(other).forms().contains(name.plain()));
    }

    boolean isRegion() {
        return region != null || agent != null && agent.region();
    }

    boolean isCity() {
        return place != null || agent != null && agent.city();
    }

    boolean isResolved() {
        return agent == null || agent.resolved();
    }

    String name() {
        return agent != null
                ? agent.name()
                : place != null ? place.name() : Objects.requireNonNull(region).name();
    }

    @Nullable String country() {
        return place != null
                ? place.country()
                : region != null ? region.country() : requireAgent().countryId();
    }

    /** ISO 3166-2 of the first-level subdivision it is in; for a first-level region its own code. */
    @Nullable String state() {
        if (place != null) {
            return place.state() == null && agent != null ? agent.stateId() : place.state();
        }
        return region != null
                ? region.whole() == null ? region.iso() : region.whole()
                : requireAgent().stateId();
    }

    /** ISO 3166-2 codes of the second-level subdivisions it is in, as far as they are known. */
    Stream<String> districts() {
        return place != null ? Stream.of(place.districtCode()) : Stream.empty();
    }

    /** The names of the subdivisions it is in, without words such as "province". */
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

    /** Kilometres from a point; null when its position is not known. */
    @Nullable Double distance(GeoPoint point) {
        if (place != null) {
            return point.distance(new GeoPoint(place.latitude(), place.longitude()));
        }
        return agent == null || agent.latitude() == null || agent.longitude() == null
                ? null
                : point.distance(new GeoPoint(agent.latitude(), agent.longitude()));
    }

    private KnownAgent requireAgent() {
        return Objects.requireNonNull(agent);
    }
}
