package io.throughline.dataset;

import io.throughline.reference.id.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.eclipse.collections.impl.map.mutable.primitive.LongIntHashMap;

/**
 * The first line with each of many texts, e.g. ids, which are numbered from 0 in that order. Takes some 50 bytes per text: of
 * the text, half of its SHA-256 is kept. Can be read by several threads once it is complete.
 */
final class FirstLines {

    /** There is no line with this text. */
    static final int NONE = -1;

    private final List<String> files;
    private final Map<String, Integer> numbersOfFiles = new HashMap<>();
    private final LongIntHashMap numbers = new LongIntHashMap();
    /** The second quarter of the hash of each text; the first is its key. */
    private final LongArrayList rests = new LongArrayList();
    /** The number of the file in the upper half, the line in the lower one. */
    private final LongArrayList lines = new LongArrayList();

    /** Prepares for lines of some files. */
    FirstLines(DatasetFiles files) {
        this.files = List.copyOf(files.sources().keySet());
        this.files.forEach(file -> numbersOfFiles.put(file, numbersOfFiles.size()));
    }

    /** The first quarter of the SHA-256 of a text. */
    static long hash(String text) {
        return hashes(text).getLong();
    }

    private static ByteBuffer hashes(String text) {
        return ByteBuffer.wrap(Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The number of a text; {@link #NONE} if it was not added. */
    int find(String text) {
        var hashes = hashes(text);
        return numbers.getIfAbsent(slot(hashes.getLong(), hashes.getLong()), NONE);
    }

    /**
     * Adds a text and its line, unless another line had it.
     *
     * @return whether it was added
     */
    boolean add(String text, DatasetRow row) {
        var hashes = hashes(text);
        var key = hashes.getLong();
        var rest = hashes.getLong();
        var slot = slot(key, rest);
        if (numbers.containsKey(slot)) {
            return false;
        }
        numbers.put(slot, size());
        rests.add(rest);
        lines.add(line(row));
        return true;
    }

    /** Where the number of a text is, or would be: after those of other texts with the same key. */
    private long slot(long key, long rest) {
        var slot = key;
        while (numbers.containsKey(slot) && rests.get(numbers.get(slot)) != rest) {
            slot++;
        }
        return slot;
    }

    private long line(DatasetRow row) {
        return (long) Objects.requireNonNull(numbersOfFiles.get(row.file())) << Integer.SIZE | row.line();
    }

    int size() {
        return lines.size();
    }

    /** Whether a row was the first with a text. */
    boolean isFirst(String text, DatasetRow row) {
        var number = find(text);
        return number != NONE && lines.get(number) == line(row);
    }

    /** The file with the first line with a text. */
    String file(int number) {
        return files.get((int) (lines.get(number) >>> Integer.SIZE));
    }

    /** The first line with a text, counted from 1. */
    long line(int number) {
        return lines.get(number) & 0xFFFF_FFFFL;
    }

    /** Where the first line with a text is, for messages. */
    String place(int number) {
        return "%s, line %d".formatted(file(number), line(number));
    }
}
