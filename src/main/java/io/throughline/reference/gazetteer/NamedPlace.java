package io.throughline.reference.gazetteer;

/**
 * A place found by one of its names.
 *
 * @param own whether it is the name that GeoNames lists it under, not another one
 */
public record NamedPlace(GazetteerPlace place, boolean own) {}
