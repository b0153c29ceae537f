-- Hồ sơ của tôi: who may claim a record, which account is whose, what was consented to, what was asked of the bodies.
create schema own_record;
grant usage on schema own_record to nguyen_khi_app;

-- Thư mời: only the keyed digest of the code is kept. The code itself follows from the id and the key of the installation, so that a
-- letter can be printed again while it is open and nothing in a stolen database opens a record.
create table own_record.invitation (
  id uuid primary key,
  province text not null default platform.province(),
  person_id uuid not null references people.person,
  unit_id uuid not null,
  -- Đợt: letters issued by one press are printed together.
  round uuid not null,
  code_digest bytea not null,
  hint text not null,
  issued_at timestamptz not null,
  issued_by text not null,
  issued_by_name text not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  failed smallint not null default 0,
  locked_until timestamptz,
  constraint one_invitation_of_a_code unique (province, code_digest),
  constraint invitation_ends_after_it_begins check (ends_at > issued_at)
);
create unique index one_open_invitation_of_a_person on own_record.invitation (person_id) where used_at is null and revoked_at is null;
create index invitation_round on own_record.invitation (round);
create index invitation_unit on own_record.invitation (unit_id, issued_at desc);
select platform.protect_through('own_record.invitation', 'person_id', 'people.person');

-- Lượt nhận hồ sơ đang mở: the code and the birth date were right; a short time to say "this is me".
create table own_record.claim (
  id uuid primary key,
  province text not null default platform.province(),
  invitation_id uuid not null references own_record.invitation,
  ticket_digest bytea not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  constraint one_claim_of_a_ticket unique (ticket_digest)
);
create index claim_invitation on own_record.claim (invitation_id);
select platform.protect_through('own_record.claim', 'invitation_id', 'own_record.invitation');

-- Lượt nhập sai, by keyed digest of the address: guessing from one place is slow whatever is guessed.
create table own_record.wrong_try (
  id uuid primary key,
  province text not null default platform.province(),
  address_digest bytea not null,
  at timestamptz not null
);
create index wrong_try_address on own_record.wrong_try (address_digest, at desc);
select platform.own('own_record.wrong_try');
create policy from_above on own_record.wrong_try to nguyen_khi_app using ((select platform.sees_all())) with check ((select platform.sees_all()));
grant select, insert, delete on own_record.wrong_try to nguyen_khi_app;

-- Gắn tài khoản với hồ sơ: one account a record, one record an account. A merged record leads on to the one that lives.
create table own_record.binding (
  person_id uuid primary key references people.person,
  province text not null default platform.province(),
  account_id uuid not null,
  bound_at timestamptz not null,
  how text not null check (how in ('thu-moi', 'mau')),
  checked_at timestamptz,
  constraint one_record_of_an_account unique (account_id)
);
select platform.protect_through('own_record.binding', 'person_id', 'people.person');

-- Sổ đồng ý: append-only; the last answer about an item holds, from its own instant on.
create table own_record.consent (
  id uuid primary key,
  province text not null default platform.province(),
  person_id uuid not null references people.person,
  item text not null,
  purpose text not null,
  state text not null check (state in ('dong-y', 'khong', 'rut')),
  notice text not null,
  regime text not null default 'luat91' check (regime in ('nd13', 'luat91')),
  channel text not null check (channel in ('cong', 'giay')),
  evidence text not null default '',
  at timestamptz not null,
  actor_id text not null,
  actor_name text not null
);
create index consent_person on own_record.consent (person_id, at);
select platform.protect_through('own_record.consent', 'person_id', 'people.person');
revoke update, delete on own_record.consent from nguyen_khi_app;

-- Địa chỉ trang công khai: cannot be guessed, and stays the same from one consent to the next.
create table own_record.public_page (
  person_id uuid primary key references people.person,
  province text not null default platform.province(),
  slug text not null,
  made_at timestamptz not null,
  constraint one_page_of_a_slug unique (slug)
);
select platform.protect_through('own_record.public_page', 'person_id', 'people.person');

-- Yêu cầu của chủ hồ sơ: addressed to one body, with its terms. What is said stands sealed: it may be of any tier.
create table own_record.request (
  id uuid primary key,
  province text not null default platform.province(),
  number int generated always as identity,
  person_id uuid not null references people.person,
  unit_id uuid not null,
  kind text not null check (kind in ('chinh-sua', 'cung-cap', 'hoi-ly-do', 'xoa', 'han-che', 'phan-doi')),
  state text not null default 'da-gui' check (state in ('da-gui', 'da-tiep-nhan', 'chap-nhan', 'tu-choi')),
  grp text,
  fact_id uuid,
  contested_id uuid,
  viewing_id uuid,
  sealed bytea not null,
  sent_at timestamptz not null,
  receive_by date not null,
  decide_by date not null,
  received_at timestamptz,
  received_by text,
  extended_at timestamptz,
  extension_reason text not null default '',
  answered_at timestamptz,
  answered_by text,
  answer bytea,
  ground text not null default '',
  version int not null default 1,
  constraint answered_when_decided check ((answered_at is null) = (state in ('da-gui', 'da-tiep-nhan'))),
  constraint terms_in_order check (receive_by <= decide_by)
);
create index request_unit on own_record.request (unit_id, decide_by);
create index request_person on own_record.request (person_id, sent_at desc);
create unique index one_open_request_of_a_viewing on own_record.request (viewing_id) where viewing_id is not null and answered_at is null;
create unique index one_open_request_of_a_fact on own_record.request (fact_id) where fact_id is not null and answered_at is null;
select platform.protect('own_record.request', 'unit_id');
revoke delete on own_record.request from nguyen_khi_app;
