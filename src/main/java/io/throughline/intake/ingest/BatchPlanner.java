package io.throughline.intake.ingest;

import io.throughline.intake.tabular.TableLine;
import java.util.List;

/** Makes lines of a file into what is to be done about them. */
@FunctionalInterface
interface BatchPlanner {

    /** What to do about each line, in their order; to be called for the lines of a file in turn, and once only. */
    List<PlannedLine> plan(List<TableLine> lines);
}
