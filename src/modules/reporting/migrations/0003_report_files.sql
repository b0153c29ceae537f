-- Tệp báo cáo, tệp đính kèm: they belong to the body that reports; the file of the provincial report to the province's own.
update platform.file f set belongs_to = 'unit', owner_id = s.unit_id
  from reporting.submission s where s.file_id = f.id and f.belongs_to = 'nobody';
update platform.file f set belongs_to = 'unit', owner_id = r.unit_id
  from reporting.provincial_report r where r.file_id = f.id and f.belongs_to = 'nobody';
update platform.file f set belongs_to = 'unit', owner_id = named.unit_id
  from (
    select d.unit_id, a.value as file from reporting.draft d, jsonb_each_text(d.answers) a where a.key like '%.tep'
    union
    select s.unit_id, v #>> '{}' from reporting.submission s, jsonb_path_query(s.content, '$.**.fileId') v
  ) named
  where f.id::text = named.file and f.belongs_to = 'nobody';
