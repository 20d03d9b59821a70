package dev.carddelivery.adapters.jdbc;

/**
 * An event as it is stored.
 *
 * @param name its kind, see {@link EventType}
 * @param version of the shape of its data
 * @param data a JSON object
 */
record StoredEvent(String name, int version, String data) {}
