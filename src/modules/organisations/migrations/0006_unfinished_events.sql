-- Bàn giao hỏng, bàn giao còn sót: when handing over last failed and why; and what nobody took over when it was carried out.
alter table organisations.event
  add column failed_at timestamptz,
  add column failure text not null default '',
  add column left_over jsonb not null default '[]';
