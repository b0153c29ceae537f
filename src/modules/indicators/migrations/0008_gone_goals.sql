-- Không còn đối tượng: from which day a goal without a figure has nothing to look at any more, and by which act.
alter table indicators.judged_goal
  add column gone_from date,
  add column gone_act text not null default '',
  add constraint gone_by_an_act check ((gone_from is null) = (gone_act = ''));
