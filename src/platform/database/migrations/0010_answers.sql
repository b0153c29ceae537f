-- Câu trả lời đã gửi cho một khóa Idempotency-Key: whoever sends the same request again under the same key gets the same answer, and
-- nothing is done twice. The key itself makes two requests at once wait for each other. Bodies are sealed: answers may hold anything.
create table platform.answer (
  actor_id text not null,
  key text not null,
  province text not null default platform.province(),
  fingerprint bytea not null,
  status integer,
  headers jsonb,
  body bytea,
  at timestamptz not null,
  primary key (actor_id, key)
);
create index answer_age on platform.answer (at);
select platform.own('platform.answer');
create policy own_answers on platform.answer to nguyen_khi_app
  using (actor_id = (select platform.actor())) with check (actor_id = (select platform.actor()));
create policy old_answers on platform.answer for delete to nguyen_khi_app using ((select platform.actor()) = 'system');
create policy seen_by_system on platform.answer for select to nguyen_khi_app using ((select platform.actor()) = 'system');
grant select, insert, update, delete on platform.answer to nguyen_khi_app;
