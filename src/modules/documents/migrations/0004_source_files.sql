-- Tệp nguồn: a document that everybody may read has a file that everybody may read.
update platform.file f set belongs_to = 'everyone' where f.belongs_to = 'nobody' and exists (select 1 from documents.source s where s.file_id = f.id);
