package io.throughline.model.search;

/** Where it is known from that an agent has a name. */
enum NameOrigin {
    GRAPH,
    GAZETTEER
}
