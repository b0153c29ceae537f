-- Số đã có ở nơi khác: whether a number names somebody whom the reader does not see. Tells that it is taken, not whose it is.
create function people.numbers_elsewhere(scheme_asked text, digests bytea[]) returns setof bytea
  language sql stable security definer set search_path = pg_catalog, people, platform as $$
  select n.digest from people.identifier n join people.person p on p.id = n.person_id
  where n.scheme = scheme_asked and n.digest = any (digests) and n.superseded_at is null and n.state = 'valid'
    and not ((select platform.sees_all()) or p.unit_id = any ((select platform.seen_units())::uuid[]))
$$;
revoke execute on function people.numbers_elsewhere from public;
grant execute on function people.numbers_elsewhere to nguyen_khi_app;
