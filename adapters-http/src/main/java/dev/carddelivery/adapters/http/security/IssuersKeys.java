package dev.carddelivery.adapters.http.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWithHealthStatusReporting;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jose.util.health.HealthStatus;
import java.net.URL;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer publishes. They are fetched anew when an unknown one turns up, but not at every turn, and
 * kept while the issuer is away.
 */
final class IssuersKeys implements JWKSource<SecurityContext> {

    private final JWKSource<SecurityContext> keys;

    /** Whether the issuer answered when it was asked last; that kept keys took its place does not count. */
    private volatile boolean answered;

    IssuersKeys(URL url) {
        ResourceRetriever http = new DefaultResourceRetriever(
                JWKSourceBuilder.DEFAULT_HTTP_CONNECT_TIMEOUT,
                JWKSourceBuilder.DEFAULT_HTTP_READ_TIMEOUT,
                JWKSourceBuilder.DEFAULT_HTTP_SIZE_LIMIT);
        JWKSetSource<SecurityContext> issuer = new JWKSetSourceWithHealthStatusReporting<>(
                new URLBasedJWKSetSource<>(url, http),
                report -> answered = report.getHealthStatus() == HealthStatus.HEALTHY);
        keys = JWKSourceBuilder.create(issuer)
                .refreshAheadCache(false)
                .retrying(true)
                .outageTolerant(true)
                .build();
    }

    /**
     * The keys that fit.
     *
     * @return none when none fits and they have been fetched for this
     * @throws RateLimitReachedException when none fits, and they have just been fetched
     * @throws KeySourceException when none is known to fit, and the issuer cannot be asked
     */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            List<JWK> fitting = keys.get(selector, context);
            if (fitting.isEmpty() && !answered) {
                throw new JWKSetUnavailableException("The issuer is away, and may have a new key");
            }
            return fitting;
        } catch (RateLimitReachedException tooSoon) {
            throw answered ? tooSoon : new JWKSetUnavailableException("The issuer was away a moment ago", tooSoon);
        }
    }
}
