/** What the columns of a published file mean: a mapping, written as YAML, turns its rows into stated memberships. */
@ApplicationModule(allowedDependencies = {"published", "matching", "ledger", "date", "source", "agent", "membership"})
@NullMarked
package io.throughline.mapping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
