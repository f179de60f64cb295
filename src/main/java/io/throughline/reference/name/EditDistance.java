package io.throughline.reference.name;

/** Counts the typing errors between two words. */
public final class EditDistance {

    /** The letters to add, leave out, replace or swap with their neighbour to get from one word to the other. */
    public static int errors(String from, String to) {
        var a = from.codePoints().toArray();
        var b = to.codePoints().toArray();
        var rows = new int[a.length + 1][b.length + 1];
        for (var i = 0; i <= a.length; i++) {
            rows[i][0] = i;
        }
        for (var j = 0; j <= b.length; j++) {
            rows[0][j] = j;
        }
        for (var i = 1; i <= a.length; i++) {
            for (var j = 1; j <= b.length; j++) {
                var replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i][j] = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length][b.length];
    }

    private EditDistance() {}
}
