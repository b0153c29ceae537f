-- Tình trạng nhiệm vụ được giữ trong tiến trình: a change is seen by every reader after its commit.
select platform.watch('tasks.progress', 'tasks');
