package io.throughline.reference.gazetteer;

/**
 * A place by a name it bears.
 *
 * @param own whether it is the name GeoNames lists it under, not one of its others
 */
public record NamedPlace(GazetteerPlace place, boolean own) {}
