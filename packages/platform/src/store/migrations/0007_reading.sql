-- What large platforms read often: the newest decisions, decisions still to come for a program’s versions, who waits.
create index decision_created on decision (created_at desc);
create index version_public on version (program) where state in ('gray', 'live', 'warned');
create index version_waiting on version (submitted_at) where state in ('awaiting-human', 'in-human', 'held');
