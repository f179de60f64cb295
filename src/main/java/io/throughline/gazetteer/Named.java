package io.throughline.gazetteer;

/**
 * A place by a name it bears.
 *
 * @param own whether it is the name GeoNames lists it under, not one of its others
 */
public record Named(Place place, boolean own) {}
