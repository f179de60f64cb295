package io.throughline.intake.mapping;

/**
 * A place where a mapping names a column.
 *
 * @param place in the mapping
 * @param column its name
 * @param isConstant whether the name is written as a constant, which may be meant as a column
 */
record ColumnReference(YamlNode.Place place, String column, boolean isConstant) {}
