package io.throughline.intake.matching;

/**
 * What a reader should know about how a listed agent was read, although it was found.
 *
 * @param code stable: {@code COORDINATES_SWAPPED}, {@code WRONG_SIGN}, {@code MARK_SET_ASIDE} or {@code ADDITION_SET_ASIDE}
 * @param message for a person
 */
public record MatchNote(String code, String message) {

    /** Whether it is about the position that the list gives. */
    public boolean isAboutPosition() {
        return code.equals("COORDINATES_SWAPPED") || code.equals("WRONG_SIGN");
    }
}
