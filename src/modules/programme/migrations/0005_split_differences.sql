-- Tách: a new item that was taken for an old one is not that one: the old one ends, the new one is new.
alter table programme.amendment_choice drop constraint amendment_choice_choice_check;
alter table programme.amendment_choice add constraint amendment_choice_choice_check
  check (choice in ('take', 'leave', 'pair', 'split'));
