package dev.carddelivery.adapters.http.answer;

/**
 * A header of an answer.
 *
 * @param name its name
 * @param value its value
 */
public record Header(String name, String value) {}
