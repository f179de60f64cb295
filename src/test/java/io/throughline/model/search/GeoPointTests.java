package io.throughline.model.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GeoPointTests {

    @Test
    void aDegreeOnTheEquatorIsAbout111Kilometres() {
        assertThat(new GeoPoint(0, 0).distance(new GeoPoint(0, 1))).isCloseTo(111.195, within(0.001));
        assertThat(new GeoPoint(0, 179.5).distance(new GeoPoint(0, -179.5))).isCloseTo(111.195, within(0.001));
        assertThat(new GeoPoint(90, 0).distance(new GeoPoint(-90, 0))).isCloseTo(20_015.1, within(0.1));
    }

    @Test
    void anImpossibleLatitudeIsNotOnEarth() {
        assertThat(new GeoPoint(90, 180).isOnEarth()).isTrue();
        assertThat(new GeoPoint(122.2, 37.5).isOnEarth()).isFalse();
    }
}
