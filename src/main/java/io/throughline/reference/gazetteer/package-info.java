/** The names and positions of the world's places, from GeoNames: {@code docs/gazetteer/README.md}. */
@ApplicationModule(allowedDependencies = {"reference.name"})
@NullMarked
package io.throughline.reference.gazetteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
