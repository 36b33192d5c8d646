-- Work behind the pages: how far checks are, what was mailed and called out, which workers live.

alter table check_run
  add column done integer,
  add column of integer,
  add column note jsonb,
  add column told_at bigint;
create index check_run_open on check_run (state, queued_at) where state in ('queued', 'running');
create index finding_check_run on finding (check_run);
create index version_bytes on version (sha256);
create index evidence_bytes on evidence (sha256);
create index document_bytes on document (sha256);

-- Two ways of having one's papers in order are alternatives: one of `any`, with all of its `all`.
alter table category
  add column needs jsonb not null default '[]',
  add column status text not null default 'open',
  add column personal text not null default 'unknown';

-- Whoever waits for the outbox hears of it when it is committed.
create function outbox_told() returns trigger language plpgsql as $$
begin
  perform pg_notify('menshen_outbox', '');
  return null;
end $$;
create trigger outbox_told after insert on outbox for each statement execute function outbox_told();

-- Each mail as it was made; where no server for mail is named, this is where it can be read.
create table mail (
  id uuid primary key,
  -- The row of the outbox that it was made from: made once, however often that is tried.
  outbox bigint,
  account uuid references account (id),
  template text not null,
  lang text not null check (lang in ('zh', 'en')),
  to_address text,
  subject text not null,
  body text not null,
  about text,
  about_id uuid,
  created_at bigint not null,
  sent_at bigint,
  kept boolean not null default false,
  error text
);
create unique index mail_once on mail (outbox, account) nulls not distinct where outbox is not null;
create index mail_recent on mail (created_at desc);
create index mail_account on mail (account);

-- Addresses of developers' own servers that are told what becomes of their programs.
create table webhook (
  id uuid primary key,
  program uuid not null references program (id),
  url text not null,
  secret_sealed bytea not null,
  events text[] not null default '{}',
  made_by uuid not null references account (id),
  created_at bigint not null,
  failures integer not null default 0,
  ended_at bigint,
  end_reason text
);
create index webhook_program on webhook (program) where ended_at is null;
create table webhook_call (
  id uuid primary key,
  webhook uuid not null references webhook (id),
  -- The event that it tells of; each once.
  event bigint not null,
  payload jsonb not null,
  status integer,
  error text,
  attempts integer not null default 0,
  created_at bigint not null,
  done_at bigint,
  unique (webhook, event)
);

-- Processes that work, by their signs of life.
create table worker (
  id uuid primary key,
  host text not null,
  pid integer not null,
  version text not null,
  slots integer not null,
  busy integer not null default 0,
  started_at bigint not null,
  seen_at bigint not null,
  stopped_at bigint
);
create index worker_alive on worker (seen_at) where stopped_at is null;
