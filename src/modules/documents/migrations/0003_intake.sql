-- Cách văn bản được đưa vào: PDF besides Word and text; what was turned into Unicode, with an example, so that it can be checked
-- against the file kept; pages that hold pictures only and were not read.
alter table documents.source drop constraint source_format_check;
alter table documents.source add constraint source_format_check check (format in ('txt', 'docx', 'pdf', 'typed'));
alter table documents.source add column conversions jsonb not null default '[]';
alter table documents.source add column image_pages jsonb not null default '[]';
