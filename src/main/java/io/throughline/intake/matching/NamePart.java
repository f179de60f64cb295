package io.throughline.intake.matching;

import java.util.Set;

/**
 * One of several names in a cell: they can name one agent in two languages, or several agents.
 *
 * @param text as printed
 * @param keys the keys of the name, with and without legal forms
 * @param proper whether it is the name proper or one side of it, not an addition after a comma or in brackets
 */
record NamePart(String text, Set<String> keys, boolean proper) {}
