-- Kỳ báo cáo và báo cáo đã nộp được giữ trong tiến trình; drafts are not: they change with every keystroke that is kept.
select platform.watch('reporting.regime', 'reporting.period');
select platform.watch('reporting.period', 'reporting.period');
select platform.watch('reporting.obligation', 'reporting');
select platform.watch('reporting.submission', 'reporting');
select platform.watch('reporting.step', 'reporting');
select platform.watch('reporting.remark', 'reporting');
select platform.watch('reporting.provincial_report', 'reporting');
