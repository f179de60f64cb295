/** Where the places of the world lie and what they are called, from GeoNames: {@code docs/gazetteer/README.md}. */
@ApplicationModule(allowedDependencies = {"reference.name"})
@NullMarked
package io.throughline.reference.gazetteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
