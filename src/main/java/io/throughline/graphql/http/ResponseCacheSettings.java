package io.throughline.graphql.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the {@link ResponseCache}.
 *
 * @param size of all responses in it, with their keys; 0 switches it off
 * @param largest size of a response in it, compressed if it is sent so
 */
@ConfigurationProperties("throughline.response-cache")
record ResponseCacheSettings(
        @DefaultValue("64MB") DataSize size,
        @DefaultValue("1MB") DataSize largest) {}
