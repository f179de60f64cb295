package io.throughline.graphql.entity;

/** The arguments of a field without arguments. */
public record NoArguments() {}
