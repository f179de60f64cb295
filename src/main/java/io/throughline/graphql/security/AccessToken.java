package io.throughline.graphql.security;

import io.throughline.graphql.http.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Tokens of the file: 256 random bits, so that neither trying them nor trying to undo their hash leads anywhere. */
final class AccessToken {

    /** What a token written by hand must have at least. */
    static final int SHORTEST = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private AccessToken() {}

    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return "throughline_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256, in hexadecimal. */
    static String hash(String token) {
        return Sha256.of(token);
    }

    /** In a time that does not depend on how much of them is the same. */
    static boolean isEqual(String oneHash, String otherHash) {
        return MessageDigest.isEqual(
                oneHash.getBytes(StandardCharsets.US_ASCII), otherHash.getBytes(StandardCharsets.US_ASCII));
    }

    static boolean isHash(String text) {
        return text.length() == 64 && text.chars().allMatch(HexFormat::isHexDigit);
    }
}
