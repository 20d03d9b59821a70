package dev.carddelivery.adapters.http.request;

import dev.carddelivery.adapters.http.security.Role;
import dev.carddelivery.domain.person.UserId;

/**
 * Who a demo token is wanted for.
 *
 * @param subject who
 * @param role in which role
 */
public record TokenRequest(UserId subject, Role role) {}
