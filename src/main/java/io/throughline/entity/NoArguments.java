package io.throughline.entity;

/** The arguments of a field without arguments. */
public record NoArguments() {}
