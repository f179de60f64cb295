package io.throughline.graphql.security;

import io.throughline.reference.id.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Tokens in the token file: 256 random bits, so that neither guessing them nor reversing their hash is feasible. */
final class AccessToken {

    /** The minimum length of a token written by hand. */
    static final int MIN_LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private AccessToken() {}

    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return "throughline_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The SHA-256 of a token, in hexadecimal. */
    static String hash(String token) {
        return Sha256.of(token);
    }

    /** Compares in constant time. */
    static boolean isEqual(String oneHash, String otherHash) {
        return MessageDigest.isEqual(
                oneHash.getBytes(StandardCharsets.US_ASCII), otherHash.getBytes(StandardCharsets.US_ASCII));
    }

    static boolean isHash(String text) {
        return text.length() == 64 && text.chars().allMatch(HexFormat::isHexDigit);
    }
}
