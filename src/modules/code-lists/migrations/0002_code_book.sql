-- Đối ứng và sổ tra mã: which code of the replacing version takes over a code; lists are kept in the process between requests.
alter table code_lists.entry add column maps_to text[] not null default '{}';

select platform.watch('code_lists.version', 'code-lists');
select platform.watch('code_lists.entry', 'code-lists');
