/** GraphQL over HTTP: what may be sent, in which form it is answered, and what need not be sent again. */
@ApplicationModule(allowedDependencies = {"cypher", "limit"})
@NullMarked
package io.throughline.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
