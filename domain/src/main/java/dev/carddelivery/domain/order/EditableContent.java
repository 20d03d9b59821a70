package dev.carddelivery.domain.order;

import dev.carddelivery.domain.card.CardDesign;
import dev.carddelivery.domain.card.EmbossingName;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.person.Contact;

/**
 * The part of an order that its customer may change until the cut-off. Nothing here needs the identity to be checked
 * again.
 *
 * @param embossingName the name on the plastic
 * @param design the picture on the plastic
 * @param contact phone and e-mail
 * @param delivery where, how and when
 */
public record EditableContent(EmbossingName embossingName, CardDesign design, Contact contact, DeliveryPlan delivery) {}
