package io.throughline.benchmark;

import io.throughline.reference.name.NameKey;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * The cities, networks and campaigns of a generated graph. Each is derived from its number alone, so that none is kept
 * in memory and queries can be made without the database. A few networks have most of the members, a few countries most
 * of the cities, and a few cities are in nearly everything.
 */
final class World {

    /** Campaigns, each with a track of the same number. */
    static final int CAMPAIGNS = 5;

    private static final long SEED = 20_261_122L;

    /** The share of all memberships of each campaign; a little over a quarter in total, the rest is in networks. */
    private static final double[] CAMPAIGN_SHARES = {0.20, 0.04, 0.02, 0.01, 0.01};

    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());

    private final Size size;
    private final double[] countries = cumulated(COUNTRIES.size(), 1.0);
    private final int[] networkSizes;

    /**
     * A city.
     *
     * @param country ISO 3166-1 alpha-2
     * @param state id of a subdivision of that country
     * @param latitude degrees north
     * @param longitude degrees east
     */
    record City(
            String id, String name, String country, String state, double latitude, double longitude, long population) {}

    World(Size size) {
        this.size = size;
        var shares = cumulated(size.networks, 1.1);
        var inNetworks =
                size.memberships * (1 - DoubleStream.of(CAMPAIGN_SHARES).sum());
        this.networkSizes = new int[size.networks];
        for (var i = 0; i < size.networks; i++) {
            var share = shares[i] - (i == 0 ? 0 : shares[i - 1]);
            networkSizes[i] = (int) Math.max(2, Math.min(size.cities * 0.9, inNetworks * share));
        }
    }

    Size size() {
        return size;
    }

    City city(int number) {
        var random = new SplittableRandom(SEED + 7_919L * number);
        var country = countryNumber(random);
        var name = PlaceNames.of(country, random);
        var slug = NameKey.of(name).plain().replace(' ', '-');
        return new City(
                slug + "-" + Integer.toString(number, 36),
                name,
                COUNTRIES.get(country),
                state(country, random.nextInt(states(country))),
                Math.rint(random.nextDouble(-50, 65) * 1e5) / 1e5,
                Math.rint(random.nextDouble(-180, 180) * 1e5) / 1e5,
                (long) (1_000 + 20_000_000 / Math.pow(number + 1.0, 0.6)));
    }

    /** A random city number; low numbers are drawn more often. */
    int anyCity(SplittableRandom random) {
        return (int) (size.cities * Math.pow(random.nextDouble(), 1.5));
    }

    List<String> countries() {
        return COUNTRIES;
    }

    /** Number of subdivisions of a country. */
    int states(int country) {
        return 3 + country % 12;
    }

    String state(int country, int number) {
        return "%s-%02d".formatted(COUNTRIES.get(country), number + 1);
    }

    String network(int number) {
        return "network-" + number;
    }

    String networkName(int number) {
        var random = new SplittableRandom(SEED - number);
        return "%s %s %s of %s"
                .formatted(
                        one(random, "Climate", "Solar", "Resilient", "Green", "Healthy", "Coastal", "Mountain", "Fair"),
                        one(random, "Cities", "Towns", "Municipalities", "Local Governments"),
                        one(random, "Alliance", "Network", "Covenant", "Union", "Partnership", "Forum"),
                        PlaceNames.of(number, random));
    }

    /** Number of cities in a network. */
    int networkSize(int number) {
        return networkSizes[number];
    }

    /** The numbers of the members of a network. */
    BitSet members(int network) {
        var random = new SplittableRandom(SEED * 31 + network);
        var members = new BitSet(size.cities);
        for (var missing = networkSize(network); missing > 0; ) {
            var city = anyCity(random);
            if (!members.get(city)) {
                members.set(city);
                missing--;
            }
        }
        return members;
    }

    String campaign(int number) {
        return "campaign-" + number;
    }

    /** Number of memberships in a campaign, all of them through partners. */
    int campaignSize(int number) {
        return (int) (size.memberships * CAMPAIGN_SHARES[number]);
    }

    /** The networks through which cities take part in a campaign, the one with the most participants first. */
    int[] partners(int campaign) {
        var partners = new int[(size.networks - 1 - campaign) / CAMPAIGNS + 1];
        Arrays.setAll(partners, i -> campaign + i * CAMPAIGNS);
        return partners;
    }

    private int countryNumber(SplittableRandom random) {
        var found = Arrays.binarySearch(countries, random.nextDouble());
        // the codes are in alphabetical order, but countries starting with A should not all be large
        return (found < 0 ? -found - 1 : found) * 101 % COUNTRIES.size();
    }

    /** The upper ends of a number of shares, largest first; a steeper distribution makes later ones smaller. */
    private static double[] cumulated(int count, double steepness) {
        var ends = new double[count];
        for (var i = 0; i < count; i++) {
            ends[i] = Math.pow(i + 1.0, -steepness) + (i == 0 ? 0 : ends[i - 1]);
        }
        return DoubleStream.of(ends).map(end -> end / ends[count - 1]).toArray();
    }

    private static String one(SplittableRandom random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
