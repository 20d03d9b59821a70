package dev.carddelivery.adapters.http.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
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
    private volatile boolean fetched;

    IssuersKeys(URL url) {
        keys = JWKSourceBuilder.create(url)
                .refreshAheadCache(false)
                .retrying(true)
                .outageTolerant(true)
                .healthReporting(report -> fetched = report.getHealthStatus() == HealthStatus.HEALTHY)
                .build();
    }

    /**
     * The keys that fit.
     *
     * @throws RateLimitReachedException when none fits, and they have just been fetched
     * @throws KeySourceException when they cannot be fetched
     */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            return keys.get(selector, context);
        } catch (RateLimitReachedException tooSoon) {
            throw fetched ? tooSoon : new JWKSetUnavailableException("The issuer was away a moment ago", tooSoon);
        }
    }
}
