-- Văn bản sửa đổi: a goal that no longer applies ends its indicator; the figures recorded for it stay.
alter table indicators.definition add column ended_on date;
alter table indicators.definition drop constraint one_definition_per_code;
create unique index one_definition_per_code on indicators.definition (plan_id, code) where ended_on is null;
