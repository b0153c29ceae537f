-- Đọc danh sách của trăm nghìn người: the scope is asked for as a set, which is looked up once a row whatever the number of bodies;
-- a name is found in one question; reading many dossiers at once leaves one row.
alter policy by_unit on people.person using ((select platform.sees_all()) or unit_id in (select unnest(platform.seen_units())));
alter policy by_unit on people.slice using ((select platform.sees_all()) or unit_id in (select unnest(platform.seen_units())));

-- Tìm theo tên within the reader's scope. As the owner, since row level security would keep the index from being used
-- (its operators may tell of rows); the scope is therefore asked for here, as the policy asks for it.
-- `place`: 0 the whole name with its marks … 5 the words without marks anywhere; only when nobody bears the whole words, 6: the last
-- one is the beginning of a word. Reading every name would make the words of each anew: hence never by turns.
drop function people.named(tsquery, text, text, tsquery);
create function people.named(whole_words tsquery, begun tsquery, marked text, plain text)
  returns table (person_id uuid, place int, name_sort text)
  language plpgsql stable parallel safe security definer rows 50000
  set search_path = pg_catalog, people, platform set enable_seqscan = off as $$
begin
  return query
    select p.id,
      case
        when position(' | ' || marked || ' | ' in ' | ' || p.name_marked || ' | ') > 0 then 0
        when position(' ' || marked || ' | ' in ' ' || p.name_marked || ' | ') > 0 then 1
        when string_to_array(p.name_marked, ' ') @> string_to_array(marked, ' ') then 2
        when position(' | ' || plain || ' | ' in ' | ' || p.name_plain || ' | ') > 0 then 3
        when position(' ' || plain || ' | ' in ' ' || p.name_plain || ' | ') > 0 then 4
        else 5
      end,
      p.name_sort
    from people.person p
    where people.name_vector(p.name_plain) @@ whole_words and p.merged_into is null and p.removed_at is null
      and ((select platform.sees_all()) or p.unit_id in (select unnest(platform.seen_units())));
  if not found then
    return query
      select p.id, 6, p.name_sort
      from people.person p
      where people.name_vector(p.name_plain) @@ begun and p.merged_into is null and p.removed_at is null
        and ((select platform.sees_all()) or p.unit_id in (select unnest(platform.seen_units())));
  end if;
end $$;
revoke execute on function people.named from public;
grant execute on function people.named to nguyen_khi_app;

-- Lĩnh vực và trình độ are asked for together more than anything else.
drop index people.slice_open_sector;
create index slice_open_sector on people.slice_open (sector, degree);
