-- Chưa ai có trong sổ trước ngày sinh: slices written before this rule began on the day before every day. Whose slices begin on the
-- birth, or later, or who are said to have died before it, stay as they are.
delete from people.slice s
  where s.to_day <= s.birth and exists (select 1 from people.slice l where l.person_id = s.person_id and l.to_day > l.birth);
update people.slice set from_day = birth where from_day < birth and birth < to_day;
