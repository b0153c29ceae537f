-- Lần xem nhiều hồ sơ: an export reads up to the whole register. One row and the set of its people, instead of a row for each
-- (docs/decisions/0016). The set is a row of bits by the number in the code of a dossier: 12 KB for a hundred thousand people.
create function people.number_of(code text) returns bigint language sql immutable strict parallel safe
  as $$ select case when code operator(pg_catalog.~) '^TT-\d{1,9}$' then pg_catalog.substr(code, 4)::bigint end $$;

create table people.viewing_of_many (
  id uuid primary key,
  province text not null default platform.province(),
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null,
  body_name text not null,
  role text not null,
  purpose text not null check (purpose <> ''),
  groups text[] not null,
  people int not null check (people > 0),
  members bytea not null
);
create index viewing_of_many_at on people.viewing_of_many (at desc);
select platform.own('people.viewing_of_many');
-- The reader notes himself; whose dossiers he read is told person by person, by the function below.
create policy by_reader on people.viewing_of_many for select to nguyen_khi_app
  using ((select platform.sees_all()) or actor_id = (select platform.actor()));
create policy notes_himself on people.viewing_of_many for insert to nguyen_khi_app with check (actor_id = (select platform.actor()));
grant select, insert on people.viewing_of_many to nguyen_khi_app;

-- Các lần xem nhiều hồ sơ có người này: told only of somebody whom the reader sees. Each has an id of its own for this person,
-- so that two people can ask about one export.
create function people.viewings_of_many(person uuid)
  returns table (id uuid, at timestamptz, actor_id text, actor_name text, body_name text, role text, purpose text, groups text[])
  language sql stable parallel safe security definer rows 10 set search_path = pg_catalog, people, platform as $$
  select md5(v.id::text || p.id::text)::uuid, v.at, v.actor_id, v.actor_name, v.body_name, v.role, v.purpose, v.groups
  from people.person p
  join people.viewing_of_many v on people.number_of(p.code) < length(v.members) * 8::bigint and get_bit(v.members, people.number_of(p.code)) = 1
  where p.id = person and ((select platform.sees_all()) or p.unit_id in (select unnest(platform.seen_units())))
$$;
revoke execute on function people.viewings_of_many from public;
grant execute on function people.viewings_of_many, people.number_of to nguyen_khi_app;

-- Ai đã xem: whatever way it was noted. To be asked for people by their ids.
create view people.viewing_line with (security_invoker = true) as
  select v.id, v.person_id, v.at, v.actor_id, v.actor_name, v.body_name, v.role, v.purpose, v.groups, v.sensitive
  from people.viewing v
  union all
  select m.id, p.id, m.at, m.actor_id, m.actor_name, m.body_name, m.role, m.purpose, m.groups, false
  from people.person p cross join lateral people.viewings_of_many(p.id) m;
grant select on people.viewing_line to nguyen_khi_app;
