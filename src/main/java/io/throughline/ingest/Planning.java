package io.throughline.ingest;

import io.throughline.published.Line;
import java.util.List;

/** Makes lines of a file into what is to be done about them. */
@FunctionalInterface
interface Planning {

    /** What to do about each line, in their order; to be called for the lines of a file in turn, and once only. */
    List<PlannedLine> plan(List<Line> lines);
}
