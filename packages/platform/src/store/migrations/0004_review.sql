-- Review: checks and findings, queues and leases, decisions and what becomes of them.

create table check_run (
  id uuid primary key,
  version uuid not null references version (id),
  check_id text not null,
  check_version text not null,
  rulebook text not null,
  settings jsonb not null default '{}',
  seed text,
  required boolean not null default true,
  attempt integer not null default 1,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'removed')),
  error text,
  result_sha256 text,
  queued_at bigint not null,
  started_at bigint,
  ended_at bigint
);
create unique index check_run_once on check_run (version, check_id, attempt);

create table finding (
  id uuid primary key,
  check_run uuid not null references check_run (id),
  version uuid not null references version (id),
  rule text not null,
  verdict text not null check (verdict in ('violation', 'review')),
  severity text not null,
  confidence text not null,
  clauses jsonb not null,
  content jsonb not null,
  fingerprint text not null
);
create index finding_version on finding (version);
create index finding_fingerprint on finding (fingerprint);
create table finding_mark (
  id uuid primary key,
  finding uuid not null references finding (id),
  account uuid not null references account (id),
  mark text not null check (mark in ('confirm', 'dismiss', 'unsure', 'answer')),
  reason text not null default '',
  at bigint not null,
  check (mark not in ('dismiss', 'answer') or reason <> '')
);
create index finding_mark_finding on finding_mark (finding, at);
create trigger finding_mark_stays before update or delete on finding_mark for each row execute function never();

create table evidence (
  sha256 text not null references blob (sha256),
  version uuid not null references version (id),
  kind text not null,
  meta jsonb not null default '{}',
  at bigint not null,
  primary key (version, sha256, kind)
);

create table review_reason (
  id uuid primary key,
  version uuid not null references version (id),
  reason text not null,
  text_zh text not null,
  text_en text not null,
  opened_at bigint not null,
  closed_at bigint
);
create unique index review_reason_open on review_reason (version, reason) where closed_at is null;

create table queue (
  id text primary key,
  name_zh text not null,
  name_en text not null,
  -- Which versions are in it: platforms, categories, bands, expedited.
  filter jsonb not null default '{}',
  rank integer not null default 100
);
-- Reviewers of the house see every queue; those from outside only these.
create table queue_scope (
  account uuid not null references account (id),
  queue text not null references queue (id),
  primary key (account, queue)
);
create table queue_item (
  queue text not null references queue (id),
  version uuid not null references version (id),
  primary key (queue, version)
);
create index queue_item_version on queue_item (version);

create table lease (
  id uuid primary key,
  version uuid not null references version (id),
  account uuid not null references account (id),
  since bigint not null,
  until bigint not null,
  ended_at bigint,
  end_reason text
);
-- At most one at a time.
create unique index lease_open on lease (version) where ended_at is null;
create index lease_account on lease (account) where ended_at is null;

create table recommendation (
  id uuid primary key,
  version uuid not null references version (id),
  account uuid not null references account (id),
  action text not null,
  content jsonb not null,
  at bigint not null
);
create trigger recommendation_stays before update or delete on recommendation for each row execute function never();

create table message (
  id uuid primary key,
  version uuid not null references version (id),
  account uuid references account (id),
  side text not null check (side in ('developer', 'reviewer', 'platform', 'note')),
  text text not null,
  at bigint not null
);
create index message_version on message (version, at);
create trigger message_stays before update or delete on message for each row execute function never();

create table decision (
  id uuid primary key,
  reference text not null unique,
  subject text not null,
  -- Exactly one of these: what it is about.
  version uuid references version (id),
  program uuid references program (id),
  account uuid references account (id),
  action text not null,
  automated text not null check (automated in ('no', 'partly', 'fully')),
  actor uuid references account (id),
  actor_role text not null,
  sha256 text,
  subject_rv integer not null,
  content jsonb not null,
  content_sha256 text not null,
  rulebook text not null,
  heavy boolean not null,
  heavy_reasons jsonb not null default '[]',
  in_review boolean not null,
  inverse text,
  override_of uuid references decision (id),
  created_at bigint not null,
  check (num_nonnulls(version, program, account) = 1),
  check (subject <> 'version' or (version is not null and sha256 is not null))
);
create index decision_version on decision (version);
create index decision_program on decision (program);
create index decision_account on decision (account);
create index decision_bytes on decision (sha256, action);
create trigger decision_stays before update or delete on decision for each row execute function never();
create trigger decision_not_emptied before truncate on decision for each statement execute function never();

-- A decision is about the bytes that the version has.
create function decision_about_bytes() returns trigger language plpgsql as $$
begin
  if new.version is not null and not exists (select 1 from version where id = new.version and sha256 = new.sha256) then
    raise exception 'decision: not about the bytes of its version' using errcode = 'MN005';
  end if;
  return new;
end $$;
create trigger decision_about_bytes before insert on decision for each row execute function decision_about_bytes();

create table decision_status (
  id uuid primary key references decision (id),
  second_actor uuid references account (id),
  carried_out_at bigint,
  undone_at bigint,
  created_at bigint not null,
  state text not null,
  prior text,
  rv integer not null,
  entered_rv integer not null,
  entered_at bigint not null
);
create index decision_status_state on decision_status (state);

create table decision_clause (
  decision uuid not null references decision (id),
  n integer not null,
  clause text not null,
  edition text not null,
  primary key (decision, n)
);
create index decision_clause_clause on decision_clause (clause);
create trigger decision_clause_stays before update or delete on decision_clause for each row execute function never();

create table penalty (
  decision uuid primary key references decision (id),
  account uuid references account (id),
  program uuid references program (id),
  kind text not null,
  capabilities text[] not null default '{}',
  since bigint not null,
  until bigint,
  lifted_at bigint
);
create index penalty_account on penalty (account) where lifted_at is null;

create table appeal (
  id uuid primary key,
  decision uuid not null unique references decision (id),
  account uuid references account (id),
  grounds jsonb not null,
  answer jsonb,
  filed_at bigint not null
);

create table blocked (
  id uuid primary key,
  kind text not null check (kind in ('bytes', 'file', 'program', 'entity', 'domain')),
  value text not null,
  hard boolean not null,
  reason text not null,
  added_by uuid not null references account (id),
  added_at bigint not null,
  ended_at bigint
);
create unique index blocked_once on blocked (kind, value) where ended_at is null;

-- The guards of states, on every table that has one.
do $$
declare pair text[];
begin
  foreach pair slice 1 in array array[
    ['account', 'account'], ['certification', 'certification'], ['document', 'document'],
    ['program', 'program'], ['version', 'version'], ['decision_status', 'decision']]
  loop
    execute format('create trigger %I before insert or update on %I for each row execute function guard_state()', pair[1] || '_state', pair[1]);
    execute format('create trigger %I before delete on %I for each row execute function never()', pair[1] || '_stays_put', pair[1]);
    execute format('create constraint trigger %I after insert or update on %I deferrable initially deferred for each row execute function state_is_logged(%L)', pair[1] || '_logged', pair[1], pair[2]);
  end loop;
end $$;

-- Bytes that people may get: of a version that is out, whose program is out, whose very hash a decision in force approves.
create view public_version as
  select v.id, v.program, v.sha256, v.state, v.percent, v.channel, v.listing
  from version v
  join program p on p.id = v.program
  where v.state in ('gray', 'live', 'warned')
    and p.state = 'listed'
    and exists (
      select 1 from decision d join decision_status s on s.id = d.id
      where d.version = v.id and d.sha256 = v.sha256 and d.action = 'approve'
        and s.state in ('effective', 'appealed', 'affirmed', 'varied'));
