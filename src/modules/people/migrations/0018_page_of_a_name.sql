-- Một trang của những người mang một tên: a common syllable is borne by every second or third person, whose slices are not needed to
-- put fifty of them in order.

-- What the names of a person are held against, made once a question: each word with its marks; the end of a name and a whole name,
-- with marks and without. Patterns of LIKE are several times cheaper than looking for a position.
create function people.name_patterns(marked text, plain text, out words text[], out parts text[])
  language sql immutable parallel safe set search_path = pg_catalog as $$
  select array(select '% ' || w || ' %' from unnest(string_to_array(m, ' ')) w),
      array['% ' || m || ' | %', '% | ' || m || ' | %', '% ' || p || ' | %', '% | ' || p || ' | %']
    from (select regexp_replace(marked, '([\\%_])', '\\\1', 'g') as m, regexp_replace(plain, '([\\%_])', '\\\1', 'g') as p) s
$$;

-- How well they fit: 0 the whole name with its marks, 1 its end, 2 the words with their marks anywhere; 3, 4, 5 the same without
-- marks. Each holds the one before, so that the widest is asked first.
create function people.name_place(names_marked text, names_plain text, words text[], parts text[])
  returns int language sql immutable parallel safe as $$
  select case
    when ' ' || names_marked || ' ' like all (words) then case
      when ' ' || names_marked || ' | ' not like parts[1] then 2
      when ' | ' || names_marked || ' | ' not like parts[2] then 1
      else 0 end
    when ' ' || names_plain || ' | ' not like parts[3] then 5
    when ' | ' || names_plain || ' | ' not like parts[4] then 4
    else 3
  end
$$;

-- Whether the slices of a person hold on a day, without reading them: as `slicesOf` begins and ends them.
create function people.holds_on(birth date, died date, on_day date) returns boolean language sql immutable parallel safe
  as $$ select (died is null or died > on_day) and (birth is null or birth <= on_day or birth >= died) is true $$;

-- A page of those who bear the name, best fit first, with the number of all of them in its first row; `person_id` is null when the
-- page is empty. As the owner, for the reason `people.named` is; the scope of the reader is asked for here, and the one named.
create function people.named_page(whole_words tsquery, begun tsquery, marked text, plain text, on_day date, units uuid[], skipped int, most int)
  returns table (person_id uuid, total bigint)
  language plpgsql stable security definer
  set search_path = pg_catalog, people, platform set enable_seqscan = off set max_parallel_workers_per_gather = 0 as $$
declare
  against record := people.name_patterns(marked, plain);
  words text[] := against.words;
  parts text[] := against.parts;
  whole boolean := exists (
    select from people.person p
    where people.name_vector(p.name_plain) @@ whole_words and p.merged_into is null and p.removed_at is null
      and ((select platform.sees_all()) or p.unit_id in (select unnest(platform.seen_units()))));
  sought tsquery := case when whole then whole_words else begun end;
begin
  return query
    with hit as materialized (
      select p.id, case when whole then people.name_place(p.name_marked, p.name_plain, words, parts) else 6 end as place, p.name_sort
      from people.person p
      where people.name_vector(p.name_plain) @@ sought and p.merged_into is null and p.removed_at is null
        and people.holds_on(p.birth, p.died, on_day)
        and ((select platform.sees_all()) or p.unit_id in (select unnest(platform.seen_units())))
        and (units is null or p.unit_id = any (units)))
    select f.id, t.total from (select count(*) as total from hit) t
      left join (select h.id, h.place, h.name_sort from hit h order by h.place, h.name_sort, h.id offset skipped limit most) f on true
      order by f.place, f.name_sort, f.id;
end $$;
revoke execute on function people.named_page from public;
grant execute on function people.named_page, people.name_patterns, people.name_place, people.holds_on to nguyen_khi_app;
