package io.throughline.intake.ingest;

import org.eclipse.collections.impl.map.mutable.primitive.LongLongHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The memberships that earlier lines of the same file state, with a fingerprint of what they say: a list may name an
 * agent twice, and its second line must not supersede its first. Takes some 50 bytes per membership. Thread-safe: lines
 * are planned while earlier ones are recorded. If somebody merges an agent at that moment, a second line about it is
 * recognized only if the first is recorded before the second is planned.
 */
final class SeenMemberships {

    private static final long NONE = -1;

    private final LongLongHashMap seen = new LongLongHashMap();

    /**
     * An earlier line with the same membership.
     *
     * @param line the line number, from 1
     * @param agrees whether it says the same about the membership
     */
    record Earlier(int line, boolean agrees) {}

    /** Adds a membership; returns null if no earlier line states it. */
    synchronized @Nullable Earlier add(long key, long fingerprint, int line) {
        var earlier = seen.getIfAbsent(key, NONE);
        if (earlier == NONE) {
            seen.put(key, packed(fingerprint, line));
            return null;
        }
        return new Earlier((int) (earlier >>> 32), (int) earlier == (int) fingerprint);
    }

    /** Whether a line states this membership. */
    synchronized boolean contains(long key) {
        return seen.containsKey(key);
    }

    private static long packed(long fingerprint, int line) {
        return (long) line << 32 | fingerprint & 0xFFFF_FFFFL;
    }
}
