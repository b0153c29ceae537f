-- Tệp bằng chứng, kế hoạch của cơ quan: they belong to the body whose work they show.
update platform.file f set belongs_to = 'unit', owner_id = p.unit_id
  from tasks.evidence e join tasks.progress p on p.id = e.progress_id where e.file_id = f.id and f.belongs_to = 'nobody';
update platform.file f set belongs_to = 'unit', owner_id = p.unit_id
  from tasks.own_document d join tasks.agency_plan p on p.id = d.plan_id where d.file_id = f.id and f.belongs_to = 'nobody';
