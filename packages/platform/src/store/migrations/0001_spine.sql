-- What everything stands on: the log, what has a state, timers, and what is to be sent out.
-- Moments are milliseconds since 1970, from the platform's injected clock and never from the database's.

create table audit (
  seq bigint primary key,
  at bigint not null,
  actor text,
  role text not null,
  on_behalf text,
  type text not null,
  subject text,
  subject_id text,
  before_rv integer,
  after_rv integer,
  -- Canonical JSON: the very text that was hashed.
  payload text not null,
  prev text not null check (prev ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$')
);
create index audit_subject on audit (subject, subject_id, seq);
create index audit_actor on audit (actor, seq);
create index audit_type on audit (type, seq);

create function audit_follows() returns trigger language plpgsql as $$
declare last record;
begin
  select seq, hash into last from audit order by seq desc limit 1;
  if new.seq <> coalesce(last.seq, 0) + 1 then
    raise exception 'audit: row % does not follow row %', new.seq, coalesce(last.seq, 0) using errcode = 'MN001';
  end if;
  if new.prev <> coalesce(last.hash, repeat('0', 64)) then
    raise exception 'audit: row % does not hold the hash of the row before', new.seq using errcode = 'MN001';
  end if;
  return new;
end $$;
create trigger audit_follows before insert on audit for each row execute function audit_follows();

create function never() returns trigger language plpgsql as $$
begin
  raise exception '%: what was written stays (% refused)', tg_table_name, tg_op using errcode = 'MN002';
end $$;
create trigger audit_stays before update or delete on audit for each row execute function never();
create trigger audit_not_emptied before truncate on audit for each statement execute function never();

-- Heads that were given away, so that the platform can check itself against them too.
create table audit_head (
  seq bigint primary key,
  hash text not null,
  at bigint not null,
  exported_at bigint not null,
  signature text not null
);
create trigger audit_head_stays before update or delete on audit_head for each row execute function never();

-- States change by the one door only: it names the row it is about to change, for this transaction.
create function guard_state() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.state = old.state and new.rv = old.rv
     and new.prior is not distinct from old.prior and new.entered_rv = old.entered_rv then
    if new.id <> old.id then
      raise exception '%: an id never changes', tg_table_name using errcode = 'MN003';
    end if;
    return new;
  end if;
  if coalesce(current_setting('menshen.transition', true), '') <> tg_table_name || ':' || new.id then
    raise exception '%: a state changes by a transition only', tg_table_name using errcode = 'MN003';
  end if;
  if tg_op = 'INSERT' and new.rv <> 1 or tg_op = 'UPDATE' and new.rv <> old.rv + 1 then
    raise exception '%: a row version goes up by one', tg_table_name using errcode = 'MN003';
  end if;
  return new;
end $$;

-- At the end of the transaction each change of state has its row in the log, or nothing of it happened.
create function state_is_logged() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.rv = old.rv then return null; end if;
  if not exists (select 1 from audit where subject = tg_argv[0] and subject_id = new.id::text and after_rv = new.rv) then
    raise exception '%: version % of % is not in the log', tg_table_name, new.rv, new.id using errcode = 'MN004';
  end if;
  return null;
end $$;

create table outbox (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('mail', 'job', 'webhook')),
  content jsonb not null,
  created_at bigint not null,
  due_at bigint not null,
  taken_until bigint,
  attempts integer not null default 0,
  done_at bigint,
  dead_at bigint,
  error text
);
create index outbox_open on outbox (kind, due_at) where done_at is null and dead_at is null;

-- What open pages are told; kept a while, so that whoever reconnects misses nothing.
create table event (
  id bigint generated always as identity primary key,
  subject text not null,
  subject_id uuid not null,
  type text not null,
  state text not null,
  rv integer not null,
  at bigint not null
);
create index event_subject on event (subject, subject_id, id);

create table timer (
  id uuid primary key,
  subject text not null,
  subject_id uuid not null,
  event text not null,
  -- The state it belongs to, by the row version at which the subject came into it.
  generation integer not null,
  fire_at bigint not null,
  taken_until bigint,
  attempts integer not null default 0,
  fired_at bigint,
  ended_at bigint,
  outcome text
);
create index timer_due on timer (fire_at) where fired_at is null and ended_at is null;
create unique index timer_once on timer (subject, subject_id, event) where fired_at is null and ended_at is null;

create table blob (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  mime text not null,
  created_at bigint not null
);

-- One key for each person or firm: whoever destroys it has erased everything that was sealed with it.
create table seal (
  id uuid primary key,
  owner text not null unique,
  wrapped bytea,
  created_at bigint not null,
  destroyed_at bigint,
  check ((wrapped is null) = (destroyed_at is not null))
);

create table setting (
  name text primary key,
  value jsonb not null,
  changed_at bigint not null
);

create table idempotency (
  account uuid not null,
  key text not null,
  request_sha256 text not null,
  response jsonb,
  at bigint not null,
  primary key (account, key)
);
