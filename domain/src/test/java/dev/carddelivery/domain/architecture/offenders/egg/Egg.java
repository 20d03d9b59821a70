package dev.carddelivery.domain.architecture.offenders.egg;

import dev.carddelivery.domain.architecture.offenders.chicken.Chicken;

/** Comes from a chicken. */
public record Egg(Chicken origin) {}
