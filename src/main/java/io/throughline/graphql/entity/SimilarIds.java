package io.throughline.graphql.entity;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds ids that a caller may have meant. */
public interface SimilarIds {

    /**
     * The few most similar ids for each id that nothing has, best first; an id without similar ones is absent. Takes one
     * statement, however many ids there are.
     */
    Map<String, List<String>> of(Collection<String> unknown);
}
