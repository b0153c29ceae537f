-- Sổ bộ được giữ trong tiến trình: a change of any of these tables is seen by every reader after its commit.
select platform.watch('organisations.unit', 'organisations');
select platform.watch('organisations.unit_name', 'organisations');
select platform.watch('organisations.unit_parent', 'organisations');
select platform.watch('organisations.unit_identifier', 'organisations');
select platform.watch('organisations.event', 'organisations');
select platform.watch('organisations.event_edge', 'organisations');
select platform.watch('organisations.edge_weight', 'organisations');
select platform.watch('organisations.alias', 'organisations');
