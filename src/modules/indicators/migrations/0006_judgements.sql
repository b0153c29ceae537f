-- Mục tiêu định tính: goals of the plan without a figure, how they are looked at, and what was found on a day. The id is that of the goal.
create table indicators.judged_goal (
  id uuid primary key,
  province text not null default platform.province(),
  plan_id uuid not null,
  position integer not null,
  code text not null,
  goal_text text not null,
  by_year integer,
  meaning text not null default '',
  custodian text,
  ground text not null default '',
  ended_on date
);
create unique index one_judged_goal_per_code on indicators.judged_goal (plan_id, code) where ended_on is null;
select platform.protect_shared('indicators.judged_goal');
select platform.watch('indicators.judged_goal', 'indicators');

-- Nhận định: a word, the facts it rests on, and their source. A corrected one stays, superseded.
create table indicators.judgement (
  id uuid primary key,
  province text not null default platform.province(),
  goal_id uuid not null references indicators.judged_goal (id),
  as_of date not null,
  verdict text not null check (verdict in ('dat', 'co-chuyen-bien', 'cham', 'chua-thuc-hien')),
  body text not null,
  source text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  recorded_by_name text not null,
  superseded_at timestamptz
);
create unique index one_judgement_per_day on indicators.judgement (goal_id, as_of) where superseded_at is null;
select platform.protect_shared('indicators.judgement');
revoke delete on indicators.judgement from nguyen_khi_app;
select platform.watch('indicators.judgement', 'indicators');

-- Mục tiêu định tính của kế hoạch ban hành trước: told by the programme, which knows them, and kept here.
create function indicators.know_judged_goal(p_id uuid, p_province text, p_plan uuid, p_position int, p_code text, p_text text, p_by_year int, p_ended date)
  returns void language sql as $$
  insert into indicators.judged_goal (id, province, plan_id, position, code, goal_text, by_year, ended_on)
    values (p_id, p_province, p_plan, p_position, p_code, p_text, p_by_year, p_ended) on conflict do nothing
$$;
revoke execute on function indicators.know_judged_goal(uuid, text, uuid, int, text, text, int, date) from public;
