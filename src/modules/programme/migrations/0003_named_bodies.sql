-- Nơi nhận: what a line turned out to be may also be an open group, an ended body, one outside the register, or several of one name.
alter table programme.recipient drop constraint recipient_resolved_check;
alter table programme.recipient add constraint recipient_resolved_check
  check (resolved in ('single', 'group', 'open', 'ended', 'outside', 'ambiguous', 'unknown'));
