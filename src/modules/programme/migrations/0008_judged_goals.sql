-- Mục tiêu định tính của kế hoạch đã ban hành: known to the indicators, as those adopted from now on are.
select indicators.know_judged_goal(g.id, g.province, g.programme_id, g.position, g.code, g.body, g.by_year, g.ended_on)
  from programme.goal g where g.value is null or g.comparator is null;
