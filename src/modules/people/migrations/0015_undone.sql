-- Lô đã hoàn tác: what it wrote, and what undoing it wrote, no longer stands on anything; an earlier batch can be undone then.
create table people.undone (
  batch_id uuid primary key,
  province text not null default platform.province(),
  undo_id uuid not null unique,
  at timestamptz not null,
  by text not null default platform.actor()
);
select platform.protect_shared('people.undone');
revoke update, delete on people.undone from nguyen_khi_app;
