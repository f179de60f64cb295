package io.throughline.graphql.http;

import graphql.GraphQLContext;

/**
 * Marks responses that depend on more than their {@link EntityTag} stands for, such as on the time or on a file that can be
 * edited. They get no tag and are not cached.
 */
public final class UncachedResponse {

    private static final String KEY = UncachedResponse.class.getName();

    private UncachedResponse() {}

    /** Marks the response to a request that is being executed. */
    public static void mark(GraphQLContext request) {
        request.put(KEY, true);
    }

    static boolean isMarked(GraphQLContext request) {
        return request.getOrDefault(KEY, false);
    }
}
