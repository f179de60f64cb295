/** Dates as sources give them: with their own precision, and the first and last day they can mean. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.throughline.reference.date;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
