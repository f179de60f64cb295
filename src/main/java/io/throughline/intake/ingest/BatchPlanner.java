package io.throughline.intake.ingest;

import io.throughline.intake.tabular.TableLine;
import java.util.List;

/** Plans what to do about the lines of a file. */
@FunctionalInterface
interface BatchPlanner {

    /** Plans each line, in order. Call it once for each line of a file, in the order of the file. */
    List<PlannedLine> plan(List<TableLine> lines);
}
