package io.throughline.analysis.path;

import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.model.membership.MembershipRole;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which paths to find.
 *
 * @param maxLength the maximum number of steps of a path, 1 to 6
 * @param maxPaths the maximum number of paths, 1 to 200
 * @param roles only memberships in these roles; may be empty
 * @param day memberships that certainly did not hold on it are left out; null for those that have not ended
 */
record PathRequest(
        String fromId,
        String toId,
        PathDirection direction,
        int maxLength,
        int maxPaths,
        Set<MembershipRole> roles,
        @Nullable LocalDate day) {

    private static final int MAX_LENGTH = 6;
    private static final int DEFAULT_LENGTH = 4;
    private static final int MAX_PATHS = 200;

    /** Neither FOUNDER, which says nothing about today, nor BOARD_MEMBER: a seat is not a membership. */
    private static final Set<MembershipRole> DEFAULT_ROLES =
            EnumSet.complementOf(EnumSet.of(MembershipRole.FOUNDER, MembershipRole.BOARD_MEMBER));

    /**
     * Reads the arguments of {@code paths}; null for an omitted one.
     *
     * @throws InvalidArgumentException if a number is out of range
     */
    static PathRequest of(
            String fromId,
            String toId,
            @Nullable PathDirection direction,
            @Nullable Integer maxLength,
            @Nullable Integer maxPaths,
            @Nullable List<MembershipRole> roles,
            @Nullable LocalDate day) {
        return new PathRequest(
                fromId,
                toId,
                direction == null ? PathDirection.UP : direction,
                inRange("maxLength", maxLength, DEFAULT_LENGTH, MAX_LENGTH),
                inRange("maxPaths", maxPaths, MAX_PATHS, MAX_PATHS),
                roles == null ? DEFAULT_ROLES : Set.copyOf(roles),
                day);
    }

    private static int inRange(String argument, @Nullable Integer value, int usual, int most) {
        if (value == null) {
            return usual;
        }
        if (value < 1 || value > most) {
            throw new InvalidArgumentException(argument, value, "a whole number from 1 to " + most);
        }
        return value;
    }
}
