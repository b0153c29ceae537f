-- Công văn đôn đốc: read by whoever may read the letter.
update platform.file f set belongs_to = 'everyone' where f.belongs_to = 'nobody' and exists (select 1 from notices.urging_letter l where l.file_id = f.id);
