package io.throughline.writing.ledger;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The order in which every writer locks nodes, so that two writers never wait for each other. */
final class LockOrder {

    private LockOrder() {}

    /** Each id once, in ascending order. */
    static List<String> of(Collection<String> ids) {
        return List.copyOf(new TreeSet<>(ids));
    }
}
