/** How names are compared, whatever their case, accents and punctuation. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.throughline.reference.name;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
