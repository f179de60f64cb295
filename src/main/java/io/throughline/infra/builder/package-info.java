/** The annotation that generates builders for records. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.throughline.infra.builder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
