package dev.carddelivery.adapters.jdbc;

import dev.carddelivery.application.message.PartnerRequest;
import java.time.Instant;

/**
 * A request that its partner has not finished.
 *
 * @param request what is asked
 * @param step how far the partner has come with it, from 0; the partner's own count
 * @param due when the partner wants to do the next step
 */
public record PendingRequest(PartnerRequest request, int step, Instant due) {}
