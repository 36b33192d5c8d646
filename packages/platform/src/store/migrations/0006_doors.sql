-- What the routes stand on: limits, contacts, files that somebody put, advisers, proposals of rule modes.

-- Counted in windows; lost after a crash of the database, and nothing is lost by that.
create unlogged table rate_use (
  key text not null,
  since bigint not null,
  until bigint not null,
  count integer not null,
  primary key (key, since)
);
create index rate_use_until on rate_use (until);

-- Who answers for the account, sealed: name and telephone.
alter table account add column contact_sealed bytea;
alter table entity add column representative_sealed bytea;
alter table certification add column reason jsonb;
alter table document add column reason jsonb;

-- Whoever put a file may use it; the same bytes of somebody else are none of theirs.
create table held_file (
  account uuid not null references account (id),
  sha256 text not null references blob (sha256),
  at bigint not null,
  primary key (account, sha256)
);

-- An outside house that was asked for its opinion on a certification.
create table certification_adviser (
  certification uuid not null references certification (id),
  account uuid not null references account (id),
  asked_by uuid not null references account (id),
  at bigint not null,
  primary key (certification, account)
);

-- A rule changes its mode when a second editor agrees.
create table rule_proposal (
  id uuid primary key,
  rule text not null,
  mode text not null check (mode in ('off', 'shadow', 'warn', 'block')),
  why_zh text not null,
  why_en text not null,
  proposed_by uuid not null references account (id),
  proposed_at bigint not null,
  settled_by uuid references account (id),
  settled_at bigint,
  agreed boolean,
  check (settled_by is null or agreed is not true or settled_by <> proposed_by)
);
create unique index rule_proposal_open on rule_proposal (rule) where settled_at is null;

-- What was said between a checker and the owner of an entity.
create table entity_message (
  id uuid primary key,
  account uuid not null references account (id),
  by uuid not null references account (id),
  side text not null check (side in ('owner', 'checker')),
  zh text not null,
  en text not null,
  at bigint not null
);
create index entity_message_account on entity_message (account, at);

create index upload_version on upload (version);
create index decision_status_in_force on decision_status (id) where state in ('effective', 'appealed', 'affirmed', 'varied');
