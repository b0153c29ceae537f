-- Chế độ báo cáo: letters say which regime they urge for, those of before urge for the regime of the Plan; reminders name an obligation,
-- which has its regime. Addresses of periods name the regime first: what stands in inboxes follows.
alter table notices.urging_letter add column regime text not null default 'kh1459';
alter table notices.urging_letter alter column regime drop default;
alter table notices.urging_letter drop constraint one_letter_per_list_and_day;
alter table notices.urging_letter add constraint one_letter_per_list_and_day unique (regime, year, made_on, unit_ids);
update notices.notice set href = regexp_replace(href, '^/(tong-hop|don-doc)/(\d{4})(?=[/?]|$)', '/\1/kh1459/\2')
  where href ~ '^/(tong-hop|don-doc)/\d{4}([/?]|$)';
