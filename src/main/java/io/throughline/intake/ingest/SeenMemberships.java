package io.throughline.intake.ingest;

import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which memberships earlier lines of the same file state, and what they say of them: a list may name somebody twice, and
 * its second line must not supersede its first. Takes some 50 bytes a membership. Safe in two threads: lines are planned
 * while those before them are recorded. An agent that somebody merges in that moment is an exception: two lines about it are
 * told apart only if the first is recorded when the second is planned.
 */
final class SeenMemberships {

    private static final long NONE = -1;

    private final LongLongHashMap seen = new LongLongHashMap();

    /**
     * Where a membership stands already.
     *
     * @param line the earlier line
     * @param agrees whether it says the same of it
     */
    record Earlier(int line, boolean agrees) {}

    /** Notes a membership; null when no earlier line states it. */
    synchronized @Nullable Earlier add(long key, long mark, int line) {
        var before = seen.getIfAbsent(key, NONE);
        if (before == NONE) {
            seen.put(key, packed(mark, line));
            return null;
        }
        return new Earlier((int) (before >>> 32), (int) before == (int) mark);
    }

    /** Whether a line states this membership. */
    synchronized boolean has(long key) {
        return seen.containsKey(key);
    }

    private static long packed(long mark, int line) {
        return (long) line << 32 | mark & 0xFFFF_FFFFL;
    }
}
