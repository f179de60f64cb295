package io.throughline.analysis.projection;

/** How strong a tie is. The formulas are in {@code docs/projection.md}. */
enum ProjectionWeight {
    COUNT("shared: how many both have in common (Breiger 1974)"),
    JACCARD("|A ∩ B| / |A ∪ B| (Jaccard 1901)"),
    OVERLAP_COEFFICIENT("|A ∩ B| / min(|A|, |B|) (Szymkiewicz 1934, Simpson 1943)"),
    NEWMAN("Σ 1 / (d − 1) over all that both share, d = to how many of the asked-for sort each is tied (Newman 2001)");

    private final String formula;

    ProjectionWeight(String formula) {
        this.formula = formula;
    }

    String formula() {
        return formula;
    }

    /**
     * The weight of a tie; greater than 0.
     *
     * @param shared at least 1
     * @param newman the sum of {@link #NEWMAN}
     */
    double of(int shared, int sizeA, int sizeB, double newman) {
        return switch (this) {
            case COUNT -> shared;
            case JACCARD -> (double) shared / (sizeA + sizeB - shared);
            case OVERLAP_COEFFICIENT -> (double) shared / Math.min(sizeA, sizeB);
            case NEWMAN -> newman;
        };
    }
}
