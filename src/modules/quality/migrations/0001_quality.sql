-- Chất lượng hồ sơ: campaigns in which dossiers are confirmed before a day. What is missing stands with the dossiers themselves.
create schema quality;
grant usage on schema quality to nguyen_khi_app;

create table quality.campaign (
  id uuid primary key,
  province text not null default platform.province(),
  title text not null check (title <> ''),
  message text not null default '',
  due_before date not null,
  opened_on date not null,
  opened_by text not null,
  -- Which dossiers were meant: all, stale, unverified, contested, or a code of what is missing.
  condition text not null,
  closed_on date,
  closed_reason text not null default '',
  version int not null default 1,
  constraint campaign_has_time check (due_before > opened_on),
  constraint campaign_closes_after_opening check (closed_on is null or closed_on >= opened_on)
);
select platform.protect_shared('quality.campaign');

-- Hồ sơ thuộc đợt: fixed on the day the campaign opens, so that progress has one denominator.
create table quality.campaign_person (
  campaign_id uuid not null references quality.campaign,
  person_id uuid not null,
  province text not null default platform.province(),
  unit_id uuid not null,
  primary key (campaign_id, person_id)
);
create index campaign_person_unit on quality.campaign_person (unit_id);
select platform.protect('quality.campaign_person', 'unit_id');
