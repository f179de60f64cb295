package io.throughline;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * An identity provider for tests: it signs tokens with a key made for this run, and the server of {@link GraphTest} knows the
 * other half. In a test without HTTP, {@code @WithMockUser(roles = "CURATOR")} does.
 */
public class TestTokens implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final KeyPair KEYS = newKeys();

    /** A token of a curator, to be sent as {@code Authorization: Bearer …}. */
    public static String curator() {
        return of("a-curator", "CURATOR");
    }

    /** A token of an admin. */
    public static String admin() {
        return of("an-admin", "ADMIN");
    }

    /** A token of somebody with roles, or with none. */
    public static String of(String name, String... roles) {
        return signed(
                claims().claim("preferred_username", name)
                        .claim("roles", List.of(roles))
                        .build(),
                KEYS);
    }

    /** Claims of somebody without a role, good for an hour. */
    public static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .subject("b6a7")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
    }

    /** A token with these claims. */
    public static String of(JWTClaimsSet.Builder claims) {
        return signed(claims.build(), KEYS);
    }

    /** A token signed with another key. */
    public static String forged() {
        return signed(claims().claim("roles", List.of("ADMIN")).build(), newKeys());
    }

    /** The half of the key that everybody may know. */
    public static byte[] publicKey() {
        return KEYS.getPublic().getEncoded();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var folder = Path.of("target/test-tokens", UUID.randomUUID().toString());
        var key = folder.resolve("public.pem");
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    key,
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder().encodeToString(publicKey())
                            + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test tokens",
                        Map.of(
                                "throughline.security.tokens",
                                folder.resolve("tokens.json").toString(),
                                "spring.security.oauth2.resourceserver.jwt.public-key-location",
                                key.toUri().toString())));
    }

    private static String signed(JWTClaimsSet claims, KeyPair keys) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
            token.sign(new RSASSASigner(keys.getPrivate()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048); // the default takes seconds
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
