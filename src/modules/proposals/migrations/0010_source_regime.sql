-- Nguồn nêu rõ chế độ báo cáo: the title of the report a line stands in; lines of before are of the yearly report of the Plan.
alter table proposals.source add column title text not null default '';
