/** Reads published files row by row, in any format and encoding, and reports what is wrong with them. */
@ApplicationModule(allowedDependencies = {"infra.problem"})
@NullMarked
package io.throughline.intake.tabular;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
