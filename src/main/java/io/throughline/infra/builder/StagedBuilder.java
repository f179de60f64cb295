package io.throughline.infra.builder;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jilt.Builder;
import org.jilt.BuilderStyle;

/**
 * Generates a builder for a record with many components. Code that leaves out a component that is not nullable does not
 * compile; nullable ones come last and can be left out. {@code …Builder.builder(value)} starts with the components of a value.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@Builder(style = BuilderStyle.STAGED, factoryMethod = "builder", toBuilder = "builder")
public @interface StagedBuilder {}
