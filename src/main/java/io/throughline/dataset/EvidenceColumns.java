package io.throughline.dataset;

import static io.throughline.dataset.DatasetColumn.date;
import static io.throughline.dataset.DatasetColumn.flag;
import static io.throughline.dataset.DatasetColumn.id;
import static io.throughline.dataset.DatasetColumn.oneOf;
import static io.throughline.dataset.DatasetColumn.text;
import static io.throughline.dataset.DatasetColumn.to;

import io.throughline.model.source.Rank;
import io.throughline.model.source.Strength;
import java.util.List;

/** The columns with which every table of facts ends: the source, the place in it, and how firmly it says so. */
final class EvidenceColumns {

    static final List<DatasetColumn> COLUMNS = List.of(
            id("claim").mandatory(),
            to("source", "Source", "STATED_IN").mandatory(),
            text("locator"),
            text("printed"),
            date("as_of"),
            oneOf("strength", Strength.class),
            oneOf("rank", Rank.class),
            flag("inferred"),
            text("note"));

    private EvidenceColumns() {}
}
