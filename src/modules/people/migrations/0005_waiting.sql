-- Mục chờ xác nhận: the queue of what people declared, and its counter, without reading every entry.
create index fact_waiting on people.fact (recorded_at) where superseded_at is null and level = 0 and source = 'khai';
