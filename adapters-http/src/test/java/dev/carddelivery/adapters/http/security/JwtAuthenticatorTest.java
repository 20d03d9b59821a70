package dev.carddelivery.adapters.http.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.carddelivery.adapters.http.problem.Problem;
import dev.carddelivery.adapters.http.problem.ProblemException;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.VirtualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtAuthenticatorTest {

    private static final String ISSUER = "https://login.bank.example";
    private static RSAKey key;

    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final JwtAuthenticator authenticator =
            JwtAuthenticator.trusting(ISSUER, new JWKSet(key.toPublicJWK()), clock);

    @BeforeAll
    static void makeAKey() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("anna")
                .claim("role", "customer")
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(claims, key);
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey by) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), claims.build());
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    private void assertRefused(String token, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> authenticator.authenticate(token))
                .satisfies(e -> assertThat(e.problem().detail()).isEqualTo("unauthenticated." + why));
    }

    @Test
    void tellsWhoCalls() throws Exception {
        Caller caller = authenticator
                .authenticate(signed(claims().claim("role", "operator")))
                .caller();
        assertThat(caller.user()).isEqualTo(Samples.ANNA);
        assertThat(caller.role()).isEqualTo(Role.OPERATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "at+jwt", "AT+JWT", "application/at+jwt"})
    void whateverKindOfAccessTokenTheIssuerGives(String type) throws Exception {
        assertThat(authenticator.authenticate(typed(type)).caller().user()).isEqualTo(Samples.ANNA);
    }

    @Test
    void noJwtThatIsForSomethingElse() throws Exception {
        assertRefused(typed("logout+jwt"), "invalid");
        assertRefused(typed("dpop+jwt"), "invalid");
    }

    private String typed(String type) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("k1")
                .type(new JOSEObjectType(type))
                .build();
        SignedJWT token = new SignedJWT(header, claims().build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Test
    void untilTheTokenExpiresAlsoWhenItIsRemembered() throws Exception {
        String token = signed(claims());
        authenticator.authenticate(token);
        clock.pass(Duration.ofSeconds(59));
        authenticator.authenticate(token);
        clock.pass(Duration.ofSeconds(1));
        assertRefused(token, "expired");
    }

    @Test
    void aPassEndsWithItsTokenAndNothingIsAskedForThat() throws Exception {
        HttpServer issuer = issuer();
        JwtAuthenticator fetching = JwtAuthenticator.trusting(
                ISSUER,
                URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks")
                        .toURL(),
                clock);
        Pass pass = fetching.authenticate(signed(claims()));
        issuer.stop(0);
        clock.pass(Duration.ofSeconds(59));
        assertThat(fetching.hasEnded(pass)).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(fetching.hasEnded(pass)).isTrue();
    }

    @Test
    void notBeforeItIsValid() throws Exception {
        String token = signed(claims().notBeforeTime(Date.from(clock.instant().plusSeconds(10))));
        assertRefused(token, "invalid");
        clock.pass(Duration.ofSeconds(10));
        assertThat(authenticator.authenticate(token).caller().role()).isEqualTo(Role.CUSTOMER);
    }

    @Test
    void everyClaimCounts() throws Exception {
        for (UnaryOperator<JWTClaimsSet.Builder> change : java.util.List.<UnaryOperator<JWTClaimsSet.Builder>>of(
                claims -> claims.issuer("https://evil.example"),
                claims -> claims.issuer(null),
                claims -> claims.subject(null),
                claims -> claims.subject(""),
                claims -> claims.subject("x".repeat(256)),
                claims -> claims.claim("role", "admin"),
                claims -> claims.claim("role", "CUSTOMER"),
                claims -> claims.claim("role", null),
                claims -> claims.claim("role", 7),
                claims -> claims.expirationTime(null))) {
            assertRefused(signed(change.apply(claims())), "invalid");
        }
    }

    @Test
    void onlySignaturesThatOnlyTheIssuerCanMake() throws Exception {
        assertRefused(new PlainJWT(claims().build()).serialize(), "invalid");
        SignedJWT symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims().build());
        symmetric.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        assertRefused(symmetric.serialize(), "invalid");
        String tampered = signed(claims());
        int middle = tampered.indexOf('.') + 10;
        char other = tampered.charAt(middle) == 'A' ? 'B' : 'A';
        assertRefused(tampered.substring(0, middle) + other + tampered.substring(middle + 1), "invalid");
        assertRefused("x".repeat(10_000), "invalid");
    }

    @Test
    void fetchesTheIssuersKeys() throws Exception {
        HttpServer issuer = issuer();
        try {
            URL url = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks")
                    .toURL();
            JwtAuthenticator fetching = JwtAuthenticator.trusting(ISSUER, url, clock);
            assertThat(fetching.authenticate(signed(claims())).caller().user()).isEqualTo(Samples.ANNA);
        } finally {
            issuer.stop(0);
        }
    }

    @Test
    void anUnknownKeyIsNoReasonToAskTheIssuerForEver() throws Exception {
        HttpServer issuer = issuer();
        try {
            URL url = URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks")
                    .toURL();
            JwtAuthenticator fetching = JwtAuthenticator.trusting(ISSUER, url, clock);
            RSAKey unknown = new RSAKeyGenerator(2048).keyID("k2").generate();
            for (int i = 0; i < 5; i++) {
                String token = signed(claims().jwtID("t" + i), unknown);
                assertThatExceptionOfType(ProblemException.class)
                        .isThrownBy(() -> fetching.authenticate(token))
                        .satisfies(e -> assertThat(e.problem().type().status()).isEqualTo(401));
            }
            assertThat(fetching.authenticate(signed(claims())).caller().user()).isEqualTo(Samples.ANNA);
        } finally {
            issuer.stop(0);
        }
    }

    @Test
    void anIssuerThatIsAwayIsNobodysFault() throws Exception {
        HttpServer issuer = issuer();
        int port = issuer.getAddress().getPort();
        issuer.stop(0);
        JwtAuthenticator fetching = JwtAuthenticator.trusting(
                ISSUER, URI.create("http://127.0.0.1:" + port + "/jwks").toURL(), clock);
        String token = signed(claims());
        // More often than keys may be fetched.
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> fetching.authenticate(token))
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.unavailable()));
        }
    }

    @Test
    void aKeyThatIsNotKnownYetMayBeNewWhileTheIssuerIsAway() throws Exception {
        HttpServer issuer = issuer();
        JwtAuthenticator fetching = JwtAuthenticator.trusting(
                ISSUER,
                URI.create("http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks")
                        .toURL(),
                clock);
        fetching.authenticate(signed(claims()));
        issuer.stop(0);
        RSAKey rotated = new RSAKeyGenerator(2048).keyID("k2").generate();
        // More often than keys may be fetched.
        for (int i = 0; i < 5; i++) {
            String token = signed(claims().jwtID("t" + i), rotated);
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> fetching.authenticate(token))
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.unavailable()));
        }
        assertThat(fetching.authenticate(signed(claims().jwtID("another")))
                        .caller()
                        .user())
                .as("by the key that was kept")
                .isEqualTo(Samples.ANNA);
    }

    private static HttpServer issuer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return server;
    }
}
