package io.throughline.reference.gazetteer;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Finds numbers by the keys of names, in eight bytes per entry: 45 bits of the key's hash, whether it is the own name,
 * and the number. Among a million keys, another key has the same hash once in thirty million times.
 */
final class NameIndex {

    private static final int NUMBER_BITS = 18;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;
    private static final long OWN = 1L << NUMBER_BITS;
    private static final int HASH_SHIFT = NUMBER_BITS + 1;

    private final long[] entries;

    private NameIndex(long[] entries) {
        this.entries = entries;
    }

    /**
     * Passes on the numbers of the places with this name: first those that have it as another name, then as their own.
     */
    void forEach(String key, IntConsumer other, IntConsumer own) {
        var lowest = hash(key) << HASH_SHIFT;
        var highest = lowest | OWN | NUMBER;
        var at = Arrays.binarySearch(entries, lowest);
        for (var i = at < 0 ? -at - 1 : at; i < entries.length && entries[i] <= highest; i++) {
            ((entries[i] & OWN) == 0 ? other : own).accept((int) (entries[i] & NUMBER));
        }
    }

    int size() {
        return entries.length;
    }

    static long entry(String key, int number, boolean own) {
        return hash(key) << HASH_SHIFT | (own ? OWN : 0) | number;
    }

    /** An index of these entries, which can be in any order and repeat; sorts their array in place. */
    static NameIndex of(long[] entries) {
        Arrays.parallelSort(entries);
        var kept = 0;
        for (var entry : entries) {
            if (kept == 0 || entries[kept - 1] != entry) {
                entries[kept++] = entry;
            }
        }
        return new NameIndex(Arrays.copyOf(entries, kept));
    }

    /** FNV-1a over the characters, then the finishing steps of MurmurHash3. */
    private static long hash(String key) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
