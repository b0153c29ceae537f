-- Hàm công bố: what other modules may ask inside their own SQL. Names and codes as last known; the subtree as of a day.
create function organisations.office_name(p_unit uuid) returns text language sql stable parallel safe as $$
  select n.office_name from organisations.unit_name n where n.unit_id = p_unit order by lower(n.valid) desc limit 1
$$;

create function organisations.code(p_unit uuid) returns text language sql stable parallel safe as $$
  select i.value from organisations.unit_identifier i where i.unit_id = p_unit and i.scheme = 'he-thong' order by lower(i.valid) desc limit 1
$$;

-- The units and everything below them on a day; units that do not hold on it are left out.
create function organisations.subtree(p_units uuid[], p_day date) returns uuid[] language sql stable parallel safe as $$
  with recursive below as (
    select u.id from organisations.unit u where u.id = any (p_units) and u.valid @> p_day
    union
    select p.unit_id from below b join organisations.unit_parent p on p.parent_id = b.id and p.valid @> p_day
  ) select coalesce(array_agg(id), '{}') from below
$$;

grant execute on function organisations.office_name(uuid), organisations.code(uuid), organisations.subtree(uuid[], date) to nguyen_khi_app;
