package io.throughline.model.search;

/** What can be found by name, each with its label in the graph. */
enum SearchKind {
    CAMPAIGN("Campaign"),
    NETWORK("Network"),
    ORGANIZATION("Organization"),
    CITY("City"),
    REGION("Region"),
    PERSON("Person"),
    PLACE("Place"),
    SECRETARIAT("Secretariat"),
    EVENT("Event"),
    INSTRUMENT("Instrument"),
    SOURCE("Source");

    private final String label;

    SearchKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
