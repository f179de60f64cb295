package io.throughline.dataset;

import static io.throughline.dataset.DatasetColumn.date;
import static io.throughline.dataset.DatasetColumn.id;
import static io.throughline.dataset.DatasetColumn.text;
import static io.throughline.dataset.DatasetColumn.to;
import static io.throughline.dataset.DatasetColumn.word;
import static io.throughline.dataset.DatasetColumn.yes;

import io.throughline.model.source.Rank;
import io.throughline.model.source.Strength;
import java.util.List;

/** The columns every file of facts ends in: who says so, where, and how firmly. */
final class EvidenceColumns {

    static final List<DatasetColumn> COLUMNS = List.of(
            id("claim").must(),
            to("source", "Source", "STATED_IN").must(),
            text("locator"),
            text("printed"),
            date("as_of"),
            word("strength", Strength.class),
            word("rank", Rank.class),
            yes("inferred"),
            text("note"));

    private EvidenceColumns() {}
}
