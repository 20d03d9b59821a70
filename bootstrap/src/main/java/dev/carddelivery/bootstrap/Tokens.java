package dev.carddelivery.bootstrap;

import dev.carddelivery.adapters.http.security.Authenticator;
import dev.carddelivery.adapters.http.security.DemoTokens;
import dev.carddelivery.adapters.http.security.JwtAuthenticator;
import io.vavr.control.Option;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;

/**
 * Who vouches for callers.
 *
 * @param authenticator checks tokens
 * @param demo gives them out to anybody; only in a demo without an issuer
 */
record Tokens(Authenticator authenticator, Option<DemoTokens> demo) {

    static Tokens of(Settings settings, InstantSource clock) {
        return switch (settings.tokenKeys()) {
            case TokenKeys.Own own -> {
                DemoTokens demo = demoTokens(settings.dataDir().resolve("demo-token-key"), clock);
                yield new Tokens(demo.authenticator(), Option.some(demo));
            }
            case TokenKeys.Issuer issuer -> new Tokens(trusting(issuer, clock), Option.none());
        };
    }

    private static Authenticator trusting(TokenKeys.Issuer issuer, InstantSource clock) {
        try {
            return JwtAuthenticator.trusting(issuer.issuer(), issuer.jwksUrl().toURL(), clock);
        } catch (MalformedURLException e) {
            throw new StartupException("AUTH_JWKS_URL is no URL that can be read: " + issuer.jwksUrl(), e);
        }
    }

    /** The demo's key is kept, so that a token outlives a restart. */
    private static DemoTokens demoTokens(Path file, InstantSource clock) {
        try {
            if (Files.exists(file)) {
                return DemoTokens.withKey(Files.readString(file), clock);
            }
            DemoTokens made = DemoTokens.withNewKey(clock);
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            // Complete or not there, since half a key would stop the start after a kill; only its owner may read it.
            Path unfinished = Files.createTempFile(folder, "demo-token-key-", "");
            Files.writeString(unfinished, made.key());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return made;
        } catch (IOException e) {
            throw new StartupException(
                    "The demo's token key cannot be kept in " + file + ": " + e
                            + ". Set DATA_DIR to a folder of yours.",
                    e);
        }
    }
}
