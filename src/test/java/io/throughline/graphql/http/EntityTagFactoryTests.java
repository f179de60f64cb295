package io.throughline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** What changes an entity tag, besides the requests of {@link EntityTagTests}. */
class EntityTagFactoryTests {

    private static final String TIME = "2026-11-30T18:00:07.312Z";

    @Test
    void theSameServerGivesTheSameTagsAfterARestart() {
        assertThat(tag(TIME, Map.of("throughline.limits.cost", "5"), "a"))
                .isEqualTo(tag(TIME, Map.of("throughline.limits.cost", "5"), "a"));
    }

    @Test
    void anotherBuildSettingOrVersionOfTheGraphGivesOtherTags() {
        var tag = tag(TIME, Map.of(), "a");
        assertThat(tag("2026-11-30T18:00:07.313Z", Map.of(), "a")).isNotEqualTo(tag);
        assertThat(tag(TIME, Map.of("throughline.limits.cost", "5"), "a")).isNotEqualTo(tag);
        assertThat(tag(TIME, Map.of("server.port", "8081"), "a")).isEqualTo(tag);
        assertThat(tag(TIME, Map.of(), "b")).isNotEqualTo(tag);
    }

    @Test
    void aBuildOfUnknownTimeIsAnotherAtEachStart() {
        assertThat(tag(null, Map.of(), "a")).isNotEqualTo(tag(null, Map.of(), "a"));
    }

    private static EntityTag tag(@Nullable String time, Map<String, String> settings, String version) {
        var beans = new StaticListableBeanFactory();
        if (time != null) {
            var build = new Properties();
            build.setProperty("time", time);
            beans.addBean("build", new BuildProperties(build));
        }
        var environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        return new EntityTagFactory(new JsonMapper(), beans.getBeanProvider(BuildProperties.class), environment)
                .of(version, "{ __typename }", null, Map.of());
    }
}
