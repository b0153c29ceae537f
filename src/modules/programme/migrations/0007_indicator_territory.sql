-- Chỉ tiêu biết địa bàn của kế hoạch: those defined before the indicators kept it.
update indicators.definition d set territory_unit = p.territory_id from programme.programme p where p.id = d.plan_id and d.territory_unit is null;
