-- Chỉ tiêu và số liệu được giữ trong tiến trình: a change is seen by every reader after its commit.
select platform.watch('indicators.definition', 'indicators');
select platform.watch('indicators.value', 'indicators');
select platform.watch('indicators.official_figure', 'indicators');
