-- Đồng ý bằng văn bản: the scan that an officer kept with the answer, and the day on which the paper was signed.
alter table own_record.consent add column file_id uuid, add column signed_on date;
alter table own_record.consent add constraint paper_has_a_day_and_a_scan check (file_id is null or (channel = 'giay' and signed_on is not null));
