package dev.carddelivery.domain.architecture.offenders.chicken;

import dev.carddelivery.domain.architecture.offenders.egg.Egg;

/** Comes from an egg. */
public record Chicken(Egg origin) {}
