/** What every change of the graph has in common: the refusals a caller has to expect. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.throughline.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
