/** GraphQL over HTTP: what may be sent, in which form it is answered, and what need not be sent again. */
@ApplicationModule(allowedDependencies = {"infra.cypher", "infra.limit"})
@NullMarked
package io.throughline.graphql.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
