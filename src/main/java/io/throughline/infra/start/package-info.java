/** What a person sees when the server starts: the address to open, or in one line why it failed. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.throughline.infra.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
