package io.throughline.dataset;

import static io.throughline.dataset.Column.date;
import static io.throughline.dataset.Column.id;
import static io.throughline.dataset.Column.text;
import static io.throughline.dataset.Column.to;
import static io.throughline.dataset.Column.word;
import static io.throughline.dataset.Column.yes;

import io.throughline.source.Rank;
import io.throughline.source.Strength;
import java.util.List;

/** The columns every file of facts ends in: who says so, where, and how firmly. */
final class Evidence {

    static final List<Column> COLUMNS = List.of(
            id("claim").must(),
            to("source", "Source", "STATED_IN").must(),
            text("locator"),
            text("printed"),
            date("as_of"),
            word("strength", Strength.class),
            word("rank", Rank.class),
            yes("inferred"),
            text("note"));

    private Evidence() {}
}
