package dev.carddelivery.adapters.http.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.carddelivery.adapters.http.answer.Json;
import dev.carddelivery.adapters.http.problem.Problem;
import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.adapters.http.problem.ProblemType;
import dev.carddelivery.domain.person.UserId;
import io.vavr.control.Option;
import java.net.URL;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies JWTs against an issuer's keys. A token that was verified once is believed until it expires, since verifying
 * a signature costs as much as the rest of a request.
 *
 * <p>Checked are the type, the signature, {@code iss}, {@code exp}, {@code nbf}, and that {@code sub} and {@code role}
 * name somebody. {@code aud} is not: whoever has a valid token of the issuer with a role of this system in it is let
 * in, so the issuer should give that claim for this system only.
 */
public final class JwtAuthenticator implements Authenticator {

    /** Signatures with keys that only the issuer has. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512);

    /** JWTs that say nothing else of themselves, and access tokens by RFC 9068; that the type is absent is in order. */
    private static final Set<@Nullable JOSEObjectType> TYPES = new HashSet<>(Arrays.asList(
            null, JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt")));

    private static final int REMEMBERED = 10_000;
    private static final int LONGEST = 8_192;

    private final String issuer;
    private final InstantSource clock;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final Cache<String, Pass> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    private JwtAuthenticator(String issuer, JWKSource<SecurityContext> keys, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES));
        // Claims are checked here, by our clock, each time.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
    }

    /** Trusts the keys that an issuer publishes. */
    public static JwtAuthenticator trusting(String issuer, URL jwksUrl, InstantSource clock) {
        return new JwtAuthenticator(issuer, new IssuersKeys(jwksUrl), clock);
    }

    /** Trusts the given keys. */
    public static JwtAuthenticator trusting(String issuer, JWKSet keys, InstantSource clock) {
        return new JwtAuthenticator(issuer, new ImmutableJWKSet<>(keys), clock);
    }

    @Override
    public Pass authenticate(String token) {
        Pass known = verified.getIfPresent(token);
        Pass found = known == null ? verify(token) : known;
        if (hasEnded(found)) {
            throw refused("expired");
        }
        if (clock.instant().isBefore(found.from())) {
            throw refused("invalid");
        }
        if (known == null) {
            verified.put(token, found);
        }
        return found;
    }

    @Override
    public boolean hasEnded(Pass pass) {
        return !clock.instant().isBefore(pass.until());
    }

    private Pass verify(String token) {
        if (token.length() > LONGEST) {
            throw refused("invalid");
        }
        try {
            return claimed(processor.process(token, null)).getOrElseThrow(() -> refused("invalid"));
        } catch (RateLimitReachedException unknownKey) {
            // The keys have just been fetched; whatever signed this is not among them.
            throw refused("invalid");
        } catch (KeySourceException unreachable) {
            throw Problem.unavailable().exception();
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException untrusted) {
            throw refused("invalid");
        }
    }

    private Option<Pass> claimed(JWTClaimsSet claims) throws ParseException {
        Date expires = claims.getExpirationTime();
        Date from = claims.getNotBeforeTime();
        String subject = claims.getSubject();
        if (expires == null || subject == null || !issuer.equals(claims.getIssuer())) {
            return Option.none();
        }
        Instant validFrom = from == null ? Instant.MIN : from.toInstant();
        return role(claims.getStringClaim("role"))
                .flatMap(role -> UserId.of(subject).toOption().map(user -> new Caller(user, role)))
                .map(caller -> new Pass(caller, validFrom, expires.toInstant()));
    }

    private static Option<Role> role(@Nullable String name) {
        return Option.ofOptional(Arrays.stream(Role.values())
                .filter(role -> Json.word(role).equals(name))
                .findFirst());
    }

    private static ProblemException refused(String why) {
        return ProblemType.UNAUTHENTICATED
                .because(why)
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .exception();
    }
}
