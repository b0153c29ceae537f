-- Dữ liệu dùng chung được giữ trong tiến trình: every transaction that changes a watched table leaves a mark under the name of
-- its set of data, in the same commit. The sum of the marks of a set names its state: no two states have the same sum.
-- A row per transaction and not one counter: writers of the same set never wait for each other here.
create table platform.change (
  name text not null,
  xid bigint not null,
  n bigint not null,
  primary key (name, xid)
);
select platform.own('platform.change');
create policy shared on platform.change for select to nguyen_khi_app using (true);
grant select on platform.change to nguyen_khi_app;

-- Many marks are gathered into the row of one transaction; their sum stays as it was. Marks that are being gathered by another
-- transaction are left to it. A restored row may bear the number of a transaction of this server: it is added to.
create function platform.mark_change() returns trigger language plpgsql security definer set search_path = pg_catalog, platform as $$
declare
  me bigint := pg_current_xact_id()::text::bigint;
  gathered bigint := 0;
begin
  if (select count(*) from platform.change where name = tg_argv[0]) > 50 then
    with others as (
      select xid from platform.change where name = tg_argv[0] and xid <> me for update skip locked
    ), gone as (
      delete from platform.change c using others o where c.name = tg_argv[0] and c.xid = o.xid returning c.n
    )
    select coalesce(sum(n), 0) into gathered from gone;
  end if;
  insert into platform.change (name, xid, n) values (tg_argv[0], me, 1 + gathered)
    on conflict (name, xid) do update set n = change.n + excluded.n;
  return null;
end $$;

-- Theo dõi một bảng: whatever changes it, by whatever way, marks the set of data `set_name`.
create function platform.watch(target regclass, set_name text) returns void language plpgsql as $$
begin
  execute format('create trigger shared_data after insert or update or delete or truncate on %s for each statement execute function platform.mark_change(%L)',
    target, set_name);
end $$;

-- The state of every set, by name.
create function platform.marks() returns json language plpgsql stable as $$
begin
  return (select coalesce(json_object_agg(c.name, c.n), '{}') from (select name, sum(n) as n from platform.change group by name) c);
end $$;
grant execute on function platform.marks() to nguyen_khi_app;
