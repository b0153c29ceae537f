-- Nhắc qua thư và lịch: who agreed to mails, the messages themselves, what was said to whom, the personal calendar address.

-- Đồng ý nhận thư: for the address that stood there then; another address asks anew.
create table notices.mail_choice (
  account_id text primary key,
  province text not null default platform.province(),
  address text not null,
  rhythm text not null check (rhythm in ('theo-bac', 'hang-ngay')),
  agreed_at timestamptz not null,
  withdrawn_at timestamptz
);
select platform.own('notices.mail_choice');
create policy own_choice on notices.mail_choice to nguyen_khi_app
  using ((select platform.sees_all()) or account_id = (select platform.actor()));
grant select, insert, update on notices.mail_choice to nguyen_khi_app;

-- Thư đi: one row per message. The text is composed when it is sent, from what holds then; the key makes it one message.
create table notices.mail (
  id uuid primary key,
  province text not null default platform.province(),
  account_id text not null,
  kind text not null check (kind in ('tong-hop', 'ngay', 'thu')),
  key text not null,
  -- Name of the reader as of the sending, for the log.
  reader text not null default '',
  notice_id uuid references notices.notice,
  state text not null default 'cho-gui' check (state in ('cho-gui', 'da-gui', 'khong-can', 'khong-gui-duoc')),
  tries integer not null default 0,
  made_at timestamptz not null,
  next_try_at timestamptz not null,
  good_until timestamptz not null,
  settled_at timestamptz,
  why text not null default '',
  constraint one_mail_per_key unique (key),
  constraint mail_about_notice check ((kind = 'ngay') = (notice_id is not null)),
  constraint mail_settled check ((state = 'cho-gui') = (settled_at is null))
);
create index mail_waiting on notices.mail (next_try_at) where state = 'cho-gui';
create index mail_of_account on notices.mail (account_id, made_at desc);
select platform.own('notices.mail');
create policy own_mail on notices.mail to nguyen_khi_app
  using ((select platform.sees_all()) or account_id = (select platform.actor()));
grant select, insert, update on notices.mail to nguyen_khi_app;

-- Đã nói gì với ai: each step of a deadline once per person, written with the mark of the message that said it.
create table notices.mention (
  id uuid primary key,
  province text not null default platform.province(),
  account_id text not null,
  duty_key text not null,
  due date,
  step text not null,
  mail_id uuid not null references notices.mail,
  constraint one_mention_per_step unique nulls not distinct (account_id, duty_key, due, step)
);
create index mention_duty on notices.mention (duty_key);
create index mention_mail on notices.mention (mail_id);
select platform.own('notices.mention');
create policy own_mention on notices.mention to nguyen_khi_app
  using ((select platform.sees_all()) or account_id = (select platform.actor()));
grant select, insert on notices.mention to nguyen_khi_app;

-- Lịch việc: the secret address of one person; its keyed hash finds it, the sealed text shows it to its holder again.
create table notices.calendar (
  account_id text primary key,
  province text not null default platform.province(),
  token_hash bytea not null,
  token_sealed bytea not null,
  opened_at timestamptz not null,
  constraint one_calendar_per_token unique (token_hash)
);
select platform.own('notices.calendar');
create policy own_calendar on notices.calendar to nguyen_khi_app
  using ((select platform.sees_all()) or account_id = (select platform.actor()));
grant select, insert, update, delete on notices.calendar to nguyen_khi_app;

-- Bậc nhắc: once per deadline; a deadline that was moved has its own steps. Steps of before have none and count for every one.
alter table notices.reminder add column due_before date;
alter table notices.reminder drop constraint one_reminder_per_step;
alter table notices.reminder add constraint one_reminder_per_step unique nulls not distinct (obligation_id, due_before, step);

-- Người được nhắc: who was told, by name as of then.
create table notices.reminded (
  reminder_id uuid not null references notices.reminder,
  province text not null default platform.province(),
  account_id text not null,
  name text not null,
  role text not null,
  primary key (reminder_id, account_id)
);
select platform.protect_through('notices.reminded', 'reminder_id', 'notices.reminder');
revoke update, delete on notices.reminded from nguyen_khi_app;
