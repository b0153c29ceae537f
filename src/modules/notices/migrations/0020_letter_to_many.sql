-- Công văn gửi rất nhiều cơ quan: a list of some five hundred bodies is too long for a row of an index. The same list on the same day
-- is still told by its hashes: 128 bits of them.
alter table notices.urging_letter drop constraint one_letter_per_list_and_day;
create unique index one_letter_per_list_and_day on notices.urging_letter
  (year, made_on, hash_array_extended(unit_ids, 0), hash_array_extended(unit_ids, 1));
