-- Operators look for what failed, which is little among millions that arrived.
create index webhook_deliveries_by_state on webhook_deliveries (subscriber_id, state, created_at, delivery_id);
