/** How things are identified: ids of this graph, identifiers of other registers, and hashes of texts and files. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.throughline.reference.id;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
