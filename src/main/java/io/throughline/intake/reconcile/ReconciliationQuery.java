package io.throughline.intake.reconcile;

import io.throughline.intake.matching.ListedAgent;
import java.util.List;
import java.util.Set;

/**
 * One query of a batch: a row of somebody's table.
 *
 * @param listed what the row says
 * @param types the only types to return; empty for any
 * @param limit the most candidates to return
 * @param unread the properties with a value that could not be read; the row is then never matched without a person
 */
record ReconciliationQuery(ListedAgent listed, Set<ReconciliationType> types, int limit, List<AgentProperty> unread) {}
