package io.throughline.benchmark;

import static org.neo4j.graphdb.RelationshipType.withName;

import io.throughline.model.agent.PopulationClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.Values;

/** Writes the countries, states and cities of a generated graph. */
final class PlacesWriter {

    private static final RelationshipType IN_COUNTRY = withName("IN_COUNTRY");
    private static final RelationshipType IN_STATE = withName("IN_STATE");
    private static final RelationshipType HAS_IDENTIFIER = withName("HAS_IDENTIFIER");

    private final World world;
    private final Facts facts;

    PlacesWriter(World world, Facts facts) {
        this.world = world;
        this.facts = facts;
    }

    void writePlaces() {
        var earth =
                facts.keep(facts.store().node("world", "Place").named("World").with("kind", "WORLD"));
        for (var number = 0; number < world.countries().size(); number++) {
            var iso = world.countries().get(number);
            var locale = new Locale("", iso);
            var country = facts.keep(facts.store()
                    .node(iso, "Place")
                    .named(locale.getDisplayCountry(Locale.ENGLISH))
                    .with("kind", "COUNTRY")
                    .with("iso", iso)
                    .with("isoAlpha3", locale.getISO3Country())
                    .with("partOfId", "world"));
            facts.store().link(country, withName("PART_OF"), earth);
            for (var each = 0; each < world.states(number); each++) {
                var code = world.state(number, each);
                var state = facts.keep(facts.store()
                        .node(code, "Place")
                        .named(PlaceNames.of(number, facts.random()))
                        .with("kind", "SUBDIVISION")
                        .with("iso", code)
                        .with("partOfId", iso));
                facts.store().link(state, withName("PART_OF"), country);
            }
        }
    }

    /** Writes all cities; returns their element ids in order of their numbers. */
    List<String> writeCities() {
        var cities = new ArrayList<String>();
        var progress = new Progress("cities", world.size().cities);
        for (var number = 0; number < world.size().cities; number++) {
            var city = world.city(number);
            var node = facts.store()
                    .node(city.id(), "Agent", "LocalGovernment", "City")
                    .named(city.name())
                    .with("kind", number % 9 == 0 ? "MUNICIPALITY" : "CITY")
                    .with("countryId", city.country())
                    .with("stateId", city.state())
                    .with("latitude", city.latitude())
                    .with("longitude", city.longitude())
                    .with(
                            "position",
                            Values.pointValue(CoordinateReferenceSystem.WGS_84, city.longitude(), city.latitude()))
                    .with("worldRegionId", "world")
                    .with("population", city.population())
                    .with("populationClass", String.valueOf(PopulationClass.of(city.population())))
                    .with("populationYear", 2020L)
                    .with("resolution", "RESOLVED")
                    .written();
            cities.add(node.getElementId());
            facts.store().link(node, IN_COUNTRY, facts.node(city.country()));
            facts.store().link(node, IN_STATE, facts.node(city.state()));
            writeIdentifier(city.id(), node, String.valueOf(1_000_000 + number));
            if (number % 40 == 0) {
                facts.writeName(
                        city.id(), node, PlaceNames.of(number, facts.random()), "FORMER", "list-" + world.network(0));
            }
            facts.store().commitIfMany();
            progress.step();
        }
        progress.end();
        return cities;
    }

    private void writeIdentifier(String owner, Node node, String value) {
        var identifier = facts.store()
                .node(owner + "/geonames/" + value, "Identifier")
                .with("scheme", "geonames")
                .with("value", value)
                .with("url", "https://www.geonames.org/" + value)
                .written();
        facts.store().link(node, HAS_IDENTIFIER, identifier);
    }
}
