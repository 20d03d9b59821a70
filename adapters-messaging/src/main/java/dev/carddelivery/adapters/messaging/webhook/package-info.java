/** Webhooks, as Standard Webhooks has them: who is told what, and how it is signed and sent. */
package dev.carddelivery.adapters.messaging.webhook;
