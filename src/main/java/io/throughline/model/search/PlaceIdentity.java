package io.throughline.model.search;

import io.throughline.reference.gazetteer.GazetteerRegion;
import io.throughline.reference.gazetteer.NamedPlace;
import io.throughline.reference.gazetteer.RegionWords;
import io.throughline.reference.name.NameKey;
import java.util.List;

/**
 * When an agent in the graph and a place in the gazetteer are the same. Imports, {@code search} and {@code resolveNames}
 * all ask here, so a name that one of them knows from the gazetteer means the same agent to the others.
 */
public final class PlaceIdentity {

    /** Places of one name in one country that are farther apart than this are not the same, in kilometres. */
    private static final double MAX_KILOMETRES_APART = 30;

    /**
     * Compares GeoNames numbers or, if the agent has none, country, state and position.
     *
     * @param places all places that share the name by which this one was found
     */
    public static boolean isSame(KnownAgent agent, NamedPlace named, List<NamedPlace> places) {
        var place = named.place();
        if (!agent.city() || !agent.resolved()) {
            return false;
        }
        if (agent.has("geonames")) {
            return agent.is("geonames", String.valueOf(place.geonames()));
        }
        if (!place.country().equals(agent.countryId())
                || agent.stateId() != null
                        && place.state() != null
                        && !agent.stateId().equals(place.state())) {
            return false;
        }
        var latitude = agent.latitude();
        var longitude = agent.longitude();
        return latitude != null && longitude != null
                ? new GeoPoint(latitude, longitude).distance(new GeoPoint(place.latitude(), place.longitude()))
                        <= MAX_KILOMETRES_APART
                : places.stream()
                                // New Delhi is sometimes called Delhi, but another place has that as its main name
                                .filter(other -> other.own() || !named.own())
                                .map(NamedPlace::place)
                                .filter(other -> other.country().equals(place.country()))
                                .filter(other -> agent.stateId() == null
                                        || other.state() == null
                                        || agent.stateId().equals(other.state()))
                                .filter(other -> other.rank().compareTo(place.rank()) <= 0)
                                .count()
                        == 1;
    }

    /** Compares names and ISO 3166-2 codes; for a county also the code of the subdivision it is in. */
    public static boolean isSame(KnownAgent agent, GazetteerRegion region) {
        if (!agent.region() || !region.country().equals(agent.countryId())) {
            return false;
        }
        var agentNames = RegionWords.forms(NameKey.of(agent.name()));
        var sameName = region.names().stream()
                .flatMap(name -> RegionWords.forms(NameKey.of(name)).stream())
                .anyMatch(agentNames::contains);
        var sameCode = agent.is("iso3166-2", region.iso()) || agent.county() && agent.is("iso3166-2", region.whole());
        // a county can have the code of its state without being that state; a top-level county has its own code
        var isSeparate = region.iso() == null || region.whole() != null || KnownAgent.isCounty(region.kind());
        return sameName && sameCode && (!agent.county() || isSeparate);
    }

    private PlaceIdentity() {}
}
