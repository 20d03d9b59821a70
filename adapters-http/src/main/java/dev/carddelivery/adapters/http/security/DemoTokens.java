package dev.carddelivery.adapters.http.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.carddelivery.adapters.http.answer.Json;
import dev.carddelivery.domain.person.UserId;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/** Issues tokens for trying things out, to anybody who asks. Never to be used where anything is real. */
public final class DemoTokens {

    /** Who issues them. */
    public static final String ISSUER = "card-delivery-demo";

    private static final Duration VALIDITY = Duration.ofHours(24);

    private final ECKey key;
    private final JWSSigner signer;
    private final InstantSource clock;

    private DemoTokens(ECKey key, InstantSource clock) throws JOSEException {
        this.key = key;
        this.signer = new ECDSASigner(key);
        this.clock = clock;
    }

    /** Signs with a new key; older tokens are not valid any more. */
    public static DemoTokens withNewKey(InstantSource clock) {
        try {
            return new DemoTokens(new ECKeyGenerator(Curve.P_256).keyID("demo").generate(), clock);
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot sign with ES256", e);
        }
    }

    /**
     * Signs with a key that was kept.
     *
     * @param key what {@link #key} returned
     * @throws IllegalArgumentException when it is no such key
     */
    public static DemoTokens withKey(String key, InstantSource clock) {
        try {
            return new DemoTokens(ECKey.parse(key), clock);
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("Not a private key for ES256", e);
        }
    }

    /** The private key, to be kept over a restart. */
    public String key() {
        return key.toJSONString();
    }

    /** Trusts the tokens issued here. */
    public Authenticator authenticator() {
        return JwtAuthenticator.trusting(ISSUER, new JWKSet(key.toPublicJWK()), clock);
    }

    /** A token with which {@code subject} may call in {@code role} for a day. */
    public String issue(UserId subject, Role role) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(subject.value())
                .claim("role", Json.word(role))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALIDITY)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java cannot sign with ES256", e);
        }
        return token.serialize();
    }
}
