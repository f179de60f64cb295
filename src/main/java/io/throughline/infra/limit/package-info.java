/** The limits of a request, set by {@code throughline.limits.*}. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.throughline.infra.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
