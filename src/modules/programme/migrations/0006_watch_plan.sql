-- Kế hoạch được giữ trong tiến trình: a change of any of these tables is seen by every reader after its commit.
select platform.watch('programme.programme', 'programme');
select platform.watch('programme.edition', 'programme');
select platform.watch('programme.clause', 'programme');
select platform.watch('programme.goal', 'programme');
select platform.watch('programme.task', 'programme');
select platform.watch('programme.recipient', 'programme');
select platform.watch('programme.participant', 'programme');
select platform.watch('programme.assignment', 'programme');
select platform.watch('programme.wording', 'programme');
