/** Published files, row by row: whatever their format, encoding and faults. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.throughline.intake.tabular;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
