-- Trao đổi dữ liệu: messages that came, their records as they came, documents in and out, who is told of what.
-- Nothing here belongs to one body: whoever sees every unit sees it, nobody else.
create schema exchange;
grant usage on schema exchange to nguyen_khi_app;

-- Thông điệp đã nhận: each once for its sender and id.
create table exchange.message (
  id uuid primary key,
  province text not null default platform.province(),
  sender_code text not null,
  sender_name text not null,
  message_id text not null,
  sha256 text not null,
  mode text not null check (mode in ('nhap', 'luu')),
  records integer not null,
  added integer not null,
  changed integer not null,
  reports integer not null,
  waiting jsonb not null,
  file_id uuid not null references platform.file (id),
  received_at timestamptz not null,
  received_by text not null,
  constraint one_message_per_sender unique (sender_code, message_id)
);
select platform.own('exchange.message');
create policy whole_province on exchange.message to nguyen_khi_app using ((select platform.sees_all()));
grant select, insert on exchange.message to nguyen_khi_app;

-- Bản ghi đã nhận, as it came last; `data` is JSON text, for it may hold what the database has no letters for.
create table exchange.record (
  sender_code text not null,
  kind text not null,
  key text not null,
  province text not null default platform.province(),
  data text not null,
  sha256 text not null,
  strange boolean not null,
  message_id uuid not null references exchange.message (id),
  primary key (sender_code, kind, key)
);
create index record_of_message on exchange.record (message_id);
create index strange_record on exchange.record (kind, key) where strange;
select platform.own('exchange.record');
create policy whole_province on exchange.record to nguyen_khi_app using ((select platform.sees_all()));
grant select, insert, update on exchange.record to nguyen_khi_app;

-- Văn bản điện tử đóng gói, đi và đến.
create table exchange.document (
  id uuid primary key,
  province text not null default platform.province(),
  way text not null check (way in ('di', 'den')),
  document_id text not null,
  from_code text not null,
  from_name text not null,
  to_names text[] not null,
  number text not null,
  notation text not null,
  promulgated date,
  type_name text not null,
  subject text not null,
  source text not null,
  attachments jsonb not null,
  file_id uuid not null references platform.file (id),
  sha256 text not null,
  at timestamptz not null,
  by_name text not null,
  constraint one_document_per_id unique (way, from_code, document_id)
);
select platform.own('exchange.document');
create policy whole_province on exchange.document to nguyen_khi_app using ((select platform.sees_all()));
grant select, insert on exchange.document to nguyen_khi_app;

create policy exchange_files on platform.file to nguyen_khi_app
  using (belongs_to in ('exchange.message', 'exchange.document') and (select platform.sees_all()));

-- Nơi nhận tin: who is told when something happened; the secret lies sealed.
create table exchange.subscription (
  id uuid primary key,
  province text not null default platform.province(),
  name text not null,
  url text not null,
  kinds text[] not null,
  secret bytea not null,
  inside boolean not null,
  made_at timestamptz not null,
  made_by text not null,
  ended_at timestamptz,
  after_seq bigint not null
);
select platform.own('exchange.subscription');
create policy whole_province on exchange.subscription to nguyen_khi_app using ((select platform.sees_all()));
grant select, insert, update on exchange.subscription to nguyen_khi_app;

-- Tin: one line of the ledger for one receiver, sent again until it is taken or given up.
create table exchange.delivery (
  id uuid primary key,
  province text not null default platform.province(),
  subscription_id uuid not null references exchange.subscription (id),
  seq bigint not null,
  kind text not null,
  body text not null,
  state text not null default 'cho' check (state in ('cho', 'da-nhan', 'bo')),
  tries integer not null default 0,
  next_at timestamptz not null,
  status integer,
  trouble text not null default '',
  made_at timestamptz not null,
  settled_at timestamptz,
  constraint one_delivery_per_fact unique (subscription_id, seq)
);
create index delivery_due on exchange.delivery (next_at) where state = 'cho';
create index delivery_newest on exchange.delivery (made_at desc);
select platform.own('exchange.delivery');
create policy whole_province on exchange.delivery to nguyen_khi_app using ((select platform.sees_all()));
grant select, insert, update, delete on exchange.delivery to nguyen_khi_app;
