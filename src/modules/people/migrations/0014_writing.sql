-- Ghi nhiều người một lúc: words of new names wait in a short list of the index and enter it together, which halves the writing of
-- a person; the list is kept so short that finding a name reads it in a fraction of a millisecond.
alter index people.person_name_words set (fastupdate = on, gin_pending_list_limit = 256);

-- Entries of a batch lie side by side, so that a summary of each stretch of the table finds them; no entry is written twice for it.
drop index people.fact_batch;
create index fact_batch on people.fact using brin (batch_id) with (pages_per_range = 32);
