-- Tệp đã gửi: it belongs to the body whose list it is. Files sent before were sealed whole: their one piece is sealed, and what
-- is kept about them is of the file as it was sent.
update platform.file f set belongs_to = 'unit', owner_id = b.unit_id, sealed = true, size = f.size - 28, sha256 = decode(b.file_sha256, 'hex')
  from imports.batch b where b.file_id = f.id and f.belongs_to = 'nobody';
