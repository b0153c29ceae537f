-- Tệp bằng chứng: read by whoever may read the dossier, also after it became part of another; of a sensitive entry, only in a
-- transaction that has said that it reads those.
create function people.kept_as(person uuid) returns uuid language sql stable security definer set search_path = pg_catalog, people as $$
  with recursive chain (id, next, step) as (
    select p.id, p.merged_into, 0 from people.person p where p.id = $1
    union all
    select p.id, p.merged_into, c.step + 1 from chain c join people.person p on p.id = c.next where c.step < 20
  )
  select id from chain order by step desc limit 1
$$;
revoke execute on function people.kept_as from public;
grant execute on function people.kept_as to nguyen_khi_app;

create policy of_person on platform.file to nguyen_khi_app using (
  belongs_to = 'people.person'
  and exists (select 1 from people.person p where p.id in (owner_id, people.kept_as(owner_id))));
create policy of_sealed_fact on platform.file to nguyen_khi_app using (
  belongs_to = 'people.sealed_fact' and people.opens_sealed()
  and exists (select 1 from people.person p where p.id in (owner_id, people.kept_as(owner_id))));

update platform.file f set belongs_to = 'people.person', owner_id = named.person_id
  from (select person_id, substring(evidence from '\[tệp ([0-9a-f-]{36})\]$') as file from people.fact where evidence like '%[tệp %') named
  where f.id::text = named.file and f.belongs_to = 'nobody';
update platform.file f set belongs_to = 'people.sealed_fact', owner_id = named.person_id
  from (select person_id, substring(evidence from '\[tệp ([0-9a-f-]{36})\]$') as file from people.sealed_fact where evidence like '%[tệp %') named
  where f.id::text = named.file and f.belongs_to = 'nobody';
