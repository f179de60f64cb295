package io.throughline.graphql.entity;

/** Something with an id of its own: the schema interface {@code Node}. */
public interface Entity {

    /** Readable, stable, and unique over all kinds, e.g. {@code race-to-zero} or {@code US-MA}. */
    String id();

    /** The name of its type in the schema. */
    default String typeName() {
        return getClass().getSimpleName();
    }
}
