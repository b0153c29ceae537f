-- Thêm, gộp, hoàn tác: what an officer may decide beside accept, edit, reject. `open` = decided once and taken back.
-- The key of an added item is made here (`goal:+…`); a merged item names in its edits the one it became part of.
alter table documents.decision drop constraint decision_verdict_check;
alter table documents.decision add constraint decision_verdict_check
  check (verdict in ('accepted', 'edited', 'rejected', 'added', 'merged', 'open'));
-- What stood before, `{verdict, edits}`, so that each decision can be undone; null when the item was as read.
alter table documents.decision add column before jsonb;
-- Decisions made by one press are undone together.
alter table documents.decision add column batch uuid;
create index decision_batch on documents.decision (batch) where batch is not null;

-- Đọc lại: an open reading read again by the present reader.
alter table documents.source add column reread_at timestamptz;
alter table documents.source add column reread_by_name text;
