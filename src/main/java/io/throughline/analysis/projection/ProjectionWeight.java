package io.throughline.analysis.projection;

/** The weight of a tie. Formulas: {@code docs/projection.md}. */
enum ProjectionWeight {
    COUNT("shared: number in common (Breiger 1974)"),
    JACCARD("|A ∩ B| / |A ∪ B| (Jaccard 1901)"),
    OVERLAP_COEFFICIENT("|A ∩ B| / min(|A|, |B|) (Szymkiewicz 1934, Simpson 1943)"),
    NEWMAN(
            "Σ 1 / (d − 1) over everything shared, d = number of nodes of the projected kind it is tied to (Newman 2001)");

    private final String formula;

    ProjectionWeight(String formula) {
        this.formula = formula;
    }

    String formula() {
        return formula;
    }

    /**
     * Computes the weight of a tie; greater than 0.
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
