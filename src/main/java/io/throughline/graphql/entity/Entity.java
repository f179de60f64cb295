package io.throughline.graphql.entity;

/** Anything with an id: the schema interface {@code Node}. */
public interface Entity {

    /** Readable, stable and unique across all types, e.g. {@code race-to-zero} or {@code US-MA}. */
    String id();

    /** The name of its schema type. */
    default String typeName() {
        return getClass().getSimpleName();
    }
}
