-- Tells two visits of a subscription to the same place apart: a page that was under way when somebody sent it back there
-- must not count as done.
alter table checkpoints add rewinds integer not null default 0;

-- Whether others have been given a copy of the letter, where there are such others: what a broker did not take yet must
-- not be forgotten.
alter table dead_letters add copied boolean not null default false;

create index dead_letters_to_copy on dead_letters (received_at, letter_id) where state = 'open' and not copied;
