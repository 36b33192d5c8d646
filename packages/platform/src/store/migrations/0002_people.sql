-- Accounts, entities, their papers and certifications.

create table terms (
  version integer primary key,
  sha256 text not null,
  text_zh text not null,
  text_en text not null,
  in_force_from bigint not null
);
create trigger terms_stay before update or delete on terms for each row execute function never();

create table entity (
  id uuid primary key,
  kind text not null check (kind in ('person', 'company', 'government', 'other')),
  legal_name text not null,
  -- Sealed: number of the identity card or licence.
  number_sealed bytea,
  -- Keyed hash of the number, so that one firm is seen to come twice without the number being known.
  number_key text,
  seal uuid references seal (id),
  country text not null default 'CN',
  minor boolean not null default false,
  guardian_sealed bytea,
  guardian_consent_at bigint,
  verified_at bigint,
  verified_by uuid,
  created_at bigint not null
);
create index entity_number on entity (number_key);

create table entity_relation (
  a uuid not null references entity (id),
  b uuid not null references entity (id),
  why text not null,
  at bigint not null,
  primary key (a, b),
  check (a < b)
);

create table account (
  id uuid primary key,
  email text not null,
  email_key text not null,
  password_hash text,
  display_name text not null default '',
  lang text not null default 'zh' check (lang in ('zh', 'en')),
  entity uuid references entity (id),
  email_verified_at bigint,
  last_seen_at bigint not null,
  created_at bigint not null,
  state text not null,
  prior text,
  rv integer not null,
  entered_rv integer not null,
  entered_at bigint not null
);
-- An address is free again only when the account that had it is.
create unique index account_email on account (email_key) where state <> 'freed';
create index account_entity on account (entity);

create table terms_acceptance (
  account uuid not null references account (id),
  version integer not null references terms (version),
  at bigint not null,
  ip_hash text,
  primary key (account, version)
);
create trigger terms_acceptance_stays before update or delete on terms_acceptance for each row execute function never();

-- Staff roles; a grant counts when a second person has confirmed it.
create table role_grant (
  id uuid primary key,
  account uuid not null references account (id),
  role text not null,
  granted_by uuid,
  granted_at bigint not null,
  confirmed_by uuid,
  confirmed_at bigint,
  ended_at bigint,
  check (granted_by is null or granted_by <> account),
  check (confirmed_by is null or (confirmed_by <> account and confirmed_by is distinct from granted_by))
);
create unique index role_grant_once on role_grant (account, role) where ended_at is null;

create table mail_token (
  hash text primary key,
  account uuid not null references account (id),
  kind text not null check (kind in ('verify', 'reset', 'change', 'contact')),
  content jsonb,
  expires_at bigint not null,
  used_at bigint,
  created_at bigint not null
);
create table session (
  hash text primary key,
  id uuid not null unique,
  account uuid not null references account (id),
  second_factor_at bigint,
  ip_hash text,
  agent text,
  created_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null,
  ended_at bigint
);
create index session_account on session (account) where ended_at is null;
create table second_factor (
  account uuid primary key references account (id),
  secret_sealed bytea not null,
  confirmed_at bigint,
  last_step bigint,
  recovery_hashes text[] not null default '{}'
);

create table certification (
  id uuid primary key,
  entity uuid not null unique references entity (id),
  papers jsonb not null default '[]',
  opinion jsonb,
  until bigint,
  created_at bigint not null,
  state text not null,
  prior text,
  rv integer not null,
  entered_rv integer not null,
  entered_at bigint not null
);
