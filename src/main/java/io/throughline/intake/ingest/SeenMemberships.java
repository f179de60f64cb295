package io.throughline.intake.ingest;

import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;
import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The memberships that earlier lines of the same file state, with what they say: a list may name an agent twice, and its
 * second line must not supersede its first. Takes some 80 bytes per membership. Thread-safe: lines are planned while
 * earlier ones are recorded. If somebody merges an agent at that moment, a second line about it is recognized only if the
 * first is recorded before the second is planned.
 */
final class SeenMemberships {

    private static final int NONE = -1;

    private final LongIntHashMap lines = new LongIntHashMap();
    private final LongLongHashMap values = new LongLongHashMap();

    /**
     * An earlier line with the same membership.
     *
     * @param line the line number, from 1
     * @param values what it says about the membership; see {@link StatedValues}
     */
    record Earlier(int line, long values) {}

    /** Adds a membership; returns null if no earlier line states it. */
    synchronized @Nullable Earlier add(long key, long stated, int line) {
        var earlier = lines.getIfAbsent(key, NONE);
        if (earlier == NONE) {
            lines.put(key, line);
            values.put(key, stated);
            return null;
        }
        return new Earlier(earlier, values.get(key));
    }

    /** Whether a line states this membership. */
    synchronized boolean contains(long key) {
        return lines.containsKey(key);
    }
}
