/** Problems that callers identify by a stable code, in GraphQL, over HTTP and on the command line. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.throughline.infra.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
